import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

const follow = "newest";

interface ToolVersionSelectProps {
  newest: number;
  /** Undefined: whichever is the newest. */
  version: number | undefined;
  onChange: (version: number | undefined) => void;
  disabled: boolean;
}

/** Which version of a tool in code an agent keeps to. */
export function ToolVersionSelect({ newest, version, onChange, disabled }: ToolVersionSelectProps) {
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  const known = version === undefined || numbers.includes(version) ? numbers : [version, ...numbers];
  const help =
    version === undefined
      ? "Published agents follow what is saved, too."
      : version < newest
        ? `Version ${newest} is the newest.`
        : "A published agent keeps to it.";
  return (
    <Field label={<span className="text-xs">Version</span>} help={help}>
      <Select
        className="w-full"
        disabled={disabled}
        value={version === undefined ? follow : String(version)}
        onValueChange={(chosen) => onChange(chosen === follow ? undefined : Number(chosen))}
        options={[
          ...known.map((number) => ({ value: String(number), label: `Always version ${number}` })),
          { value: follow, label: "Always the newest" },
        ]}
      />
    </Field>
  );
}
