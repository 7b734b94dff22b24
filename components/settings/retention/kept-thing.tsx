import { Field } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { useNow } from "@/components/ui/use-now";
import type { KeptThing, RetentionState } from "@/lib/api/contract/retention";
import { type KeepChoice, keepOptions, sizeWords } from "./keep-words";

const words: Record<KeptThing, { label: string; help: string }> = {
  runs: {
    label: "Runs and conversations",
    help: "A run with its input, result, trace and approvals; with its last run also the conversation. What it cost stays in the usage.",
  },
  events: {
    label: "Traces",
    help: "What happened inside a run: every step, prompt, answer and tool call. The run itself stays, with its input, result and cost.",
  },
  checkpoints: {
    label: "States of steps",
    help: "The values after each step, to look back at. What a conversation needs to go on is always kept.",
  },
};

interface KeptThingRowProps {
  thing: KeptThing;
  state: RetentionState;
  value: KeepChoice;
  onChange: (value: KeepChoice) => void;
}

/** How long one kind of data is kept, how much of it there is, and when the next goes. */
export function KeptThingRow({ thing, state, value, onChange }: KeptThingRowProps) {
  const { label, help } = words[thing];
  const next = state.next[thing];
  const amount = (
    <p className="text-right text-muted-foreground text-xs tabular-nums">
      {held(thing, state)} · {sizeWords(state.bytes[thing])} on disk
      {next ? (
        <>
          {" "}
          · next deletion <Next at={next} />
        </>
      ) : null}
    </p>
  );
  return (
    <Field label={label} help={help} aside={amount}>
      <Select
        options={keepOptions(state.installation[thing], value)}
        value={value}
        onValueChange={onChange}
        className="w-full max-w-60"
      />
    </Field>
  );
}

function held(thing: KeptThing, { amounts }: RetentionState): string {
  const runs = plural(amounts[thing], "run");
  return thing === "runs" ? `${runs}, ${plural(amounts.conversations, "conversation")}` : `of ${runs}`;
}

/** What is overdue goes with the next round. */
function Next({ at }: { at: string }) {
  const now = useNow();
  return now !== null && Date.parse(at) <= now ? "within minutes" : <RelativeTime time={at} />;
}
