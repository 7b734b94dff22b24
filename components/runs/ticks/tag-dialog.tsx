"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { tagSchema } from "@/lib/api/contract/run-filter";
import { listTags } from "@/lib/api/contract/run-lists";
import type { ListedRun } from "@/lib/api/contract/runs";

interface TagDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  runs: readonly ListedRun[];
  onSave: (add: string[], remove: string[]) => void;
}

/** Gives the ticked runs tags, and takes from them what some carry. */
export function TagDialog({ open, onOpenChange, runs, onSave }: TagDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={`Tag ${plural(runs.length, "run")}`}>
        <Form
          runs={runs}
          onSave={(add, remove) => {
            onOpenChange(false);
            onSave(add, remove);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function Form({ runs, onSave }: Pick<TagDialogProps, "runs" | "onSave">) {
  const known = useEndpoint(listTags, {});
  const [text, setText] = useState("");
  const [add, setAdd] = useState<string[]>([]);
  const [taken, setTaken] = useState<string[]>([]);
  const [wrong, setWrong] = useState<string>();
  const there = [
    ...Map.groupBy(
      runs.flatMap(({ tags }) => tags),
      (tag) => tag,
    ),
  ].toSorted(([a], [b]) => a.localeCompare(b));

  /** @returns the tags with the one that is typed; undefined: it cannot be one */
  function withTyped(): string[] | undefined {
    if (text.trim() === "") return add;
    const read = tagSchema.safeParse(text);
    if (!read.success) {
      setWrong(text.trim().length > 40 ? "A tag has up to 40 letters." : `${read.error.issues[0]?.message}.`);
      return undefined;
    }
    return [...new Set([...add, read.data])];
  }
  function take() {
    const next = withTyped();
    if (!next) return;
    setAdd(next);
    setText("");
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const next = withTyped();
    if (next && next.length + taken.length > 0) onSave(next, taken);
    else if (next) setWrong("Type a tag, or choose one to take away.");
  }

  return (
    <form onSubmit={save} noValidate className="contents">
      <DialogBody>
        <Field label="Add" error={wrong} help="A word or two by which the runs are found again.">
          <Input
            list="known-run-tags"
            autoComplete="off"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setWrong(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key !== "," || text.trim() === "") return;
              event.preventDefault();
              take();
            }}
          />
        </Field>
        <datalist id="known-run-tags">
          {known.data?.items.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <div className="flex flex-wrap items-center gap-1.5">
          {add.map((tag) => (
            <Badge key={tag} className="h-7 pr-0.5">
              <span className="truncate">{tag}</span>
              <IconButton
                icon={X}
                label={`Do not add ${tag}`}
                className="size-6"
                onClick={() => setAdd(add.filter((each) => each !== tag))}
              />
            </Badge>
          ))}
          <Button size="sm" variant="ghost" disabled={text.trim() === ""} onClick={take}>
            Add another
          </Button>
        </div>
        {there.length > 0 ? (
          <fieldset className="grid gap-2">
            <legend className="mb-2 font-medium text-sm">Take away</legend>
            {there.map(([tag, carriers]) => (
              <ChoiceRow
                key={tag}
                side="left"
                label={tag}
                help={carriers.length < runs.length ? `On ${carriers.length} of ${runs.length}` : undefined}
              >
                <Checkbox
                  checked={taken.includes(tag)}
                  onCheckedChange={(on) =>
                    setTaken(on === true ? [...taken, tag] : taken.filter((each) => each !== tag))
                  }
                />
              </ChoiceRow>
            ))}
          </fieldset>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Save tags
        </Button>
      </DialogFooter>
    </form>
  );
}
