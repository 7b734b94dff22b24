"use client";

import { Columns3 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { type RunColumn, runColumns } from "@/lib/api/contract/run-lists";
import { columnLooks } from "./columns";

interface ColumnMenuProps {
  columns: readonly RunColumn[];
  usual: readonly RunColumn[];
  /** Not offered here, because every run of the list has the same. */
  without?: RunColumn | undefined;
  onChoose: (columns: RunColumn[]) => void;
}

/** Which columns stand beside status and run. */
export function ColumnMenu({ columns, usual, without, onChoose }: ColumnMenuProps) {
  return (
    <Popover>
      <PopoverTrigger>
        <Button>
          <Columns3 aria-hidden />
          Columns
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Columns" align="end" className="grid w-56 gap-3">
        <fieldset className="grid gap-2">
          <legend className="mb-2 text-muted-foreground text-xs">Beside status and run</legend>
          {runColumns
            .filter((column) => column !== without)
            .map((column) => (
              <Choice
                key={column}
                label={columnLooks[column].label}
                checked={columns.includes(column)}
                onChange={(on) =>
                  onChoose(on ? [...columns, column] : columns.filter((each) => each !== column))
                }
              />
            ))}
        </fieldset>
        <Button size="sm" onClick={() => onChoose([...usual])}>
          Show the usual
        </Button>
      </PopoverContent>
    </Popover>
  );
}

interface ChoiceProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Choice({ label, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2 pointer-coarse:min-h-9">
      <Checkbox id={id} checked={checked} onCheckedChange={(state) => onChange(state === true)} />
      <Label htmlFor={id} className="font-normal">
        {label}
      </Label>
    </div>
  );
}
