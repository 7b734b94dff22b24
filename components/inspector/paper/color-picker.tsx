"use client";

import { RadioGroup } from "radix-ui";
import { type PaperColor, paperLooks } from "@/components/canvas/paper/paper-looks";
import { cn } from "@/components/ui/cn";
import { paperColors } from "@/workflows/graph/paper-colors";

interface ColorPickerProps {
  value: PaperColor;
  disabled: boolean;
  onChange: (color: PaperColor) => void;
}

/** One of the colours of groups and notes. */
export function ColorPicker({ value, disabled, onChange }: ColorPickerProps) {
  return (
    <div className="grid gap-1.5">
      <span className="font-medium" id="paper-color">
        Color
      </span>
      <RadioGroup.Root
        aria-labelledby="paper-color"
        orientation="horizontal"
        className="-ml-1 flex flex-wrap"
        value={value}
        disabled={disabled}
        onValueChange={(chosen) => {
          const color = paperColors.find((each) => each === chosen);
          if (color) onChange(color);
        }}
      >
        {paperColors.map((color) => (
          <RadioGroup.Item
            key={color}
            value={color}
            aria-label={paperLooks[color].word}
            title={paperLooks[color].word}
            className="grid size-8 place-items-center rounded-md disabled:opacity-50 pointer-coarse:size-11"
          >
            <span
              className={cn(
                "size-5 rounded-full",
                paperLooks[color].dot,
                color === value && "ring-2 ring-foreground ring-offset-2 ring-offset-background",
              )}
            />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
