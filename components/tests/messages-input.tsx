import type { ComponentProps } from "react";
import { InputField } from "@/components/run/input/input-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Json } from "@/workflows/graph/json";
import { isJsonObject } from "@/workflows/graph/json";

/** What was said, as it is written in a chat; as JSON where it is more than one message of words. */
export function MessagesInput(props: ComponentProps<typeof InputField>) {
  const { input, value, error, onChange } = props;
  const words = wordsOf(value);
  if (words === undefined) return <InputField {...props} />;
  return (
    <Field label={input.channel} help={input.description ?? "The message of the person."} error={error}>
      <Textarea
        rows={2}
        value={words}
        onChange={({ target }) => onChange([{ role: "user", content: target.value }])}
      />
    </Field>
  );
}

function wordsOf(value: Json | undefined): string | undefined {
  if (value === undefined) return "";
  if (!Array.isArray(value) || value.length !== 1) return undefined;
  const [message] = value;
  if (message === undefined || !isJsonObject(message)) return undefined;
  const { role, content, ...rest } = message;
  const isPlain = role === "user" && typeof content === "string" && Object.keys(rest).length === 0;
  return isPlain ? content : undefined;
}
