import type { FilterKey } from "./address";
import { NumberBox } from "./number-box";
import type { FilterControlProps } from "./run-filter";

interface RangeProps extends FilterControlProps {
  /** With its unit: Time taken, in seconds. */
  legend: string;
  least: FilterKey;
  most: FilterKey;
  factor?: number;
  /** What is typed, for example: the least and the most. */
  examples: [string, string];
}

/** From one number to another; either may be left open. */
export function Range({ legend, least, most, factor, examples, values, wrong, set }: RangeProps) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className="grid grid-cols-2 items-start gap-2">
        <NumberBox
          label="At least"
          value={values[least]}
          factor={factor}
          placeholder={examples[0]}
          error={wrong[least]}
          onChange={(value) => set({ [least]: value })}
        />
        <NumberBox
          label="At most"
          value={values[most]}
          factor={factor}
          placeholder={examples[1]}
          error={wrong[most]}
          onChange={(value) => set({ [most]: value })}
        />
      </div>
    </fieldset>
  );
}

/** A range in a few words; `show` says one end of it. */
export function rangeWords(
  least: string | undefined,
  most: string | undefined,
  show: (value: number) => string,
): string {
  const words = (value: string) => (Number.isFinite(Number(value)) ? show(Number(value)) : value);
  if (least === undefined) return `up to ${words(most ?? "")}`;
  return most === undefined ? `${words(least)} or more` : `${words(least)} to ${words(most)}`;
}
