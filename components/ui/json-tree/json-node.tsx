"use client";

import { Check, ChevronRight, Copy } from "lucide-react";
import { useState } from "react";
import { cn } from "../cn";
import { useCopy } from "../use-copy";
import { entriesOf, type JsonKind, kindOf, literal, preview } from "./preview";

/** More children than this come in portions, so that a huge array does not freeze the page. */
const PORTION = 100;

interface JsonNodeProps {
  name?: string;
  value: unknown;
  depth: number;
  openDepth: number;
}

export function JsonNode({ name, value, depth, openDepth }: JsonNodeProps) {
  const kind = kindOf(value);
  const folds = (kind === "object" || kind === "array") && entriesOf(value).length > 0;
  if (!folds) return <Leaf name={name} value={value} kind={kind} />;
  return <Branch name={name} value={value} depth={depth} openDepth={openDepth} />;
}

function Branch({ name, value, depth, openDepth }: JsonNodeProps) {
  const [open, setOpen] = useState(depth < openDepth);
  const [shown, setShown] = useState(PORTION);
  const entries = entriesOf(value);
  return (
    <div>
      <div className="group flex items-start rounded-sm hover:bg-accent">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-6 min-w-0 flex-1 items-center gap-1 rounded-sm text-left focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11"
        >
          <ChevronRight
            aria-hidden
            className={cn(
              "size-3.5 shrink-0 text-muted-foreground transition-transform",
              open && "rotate-90",
            )}
          />
          <Name name={name} />
          <span className="truncate text-muted-foreground">{preview(value)}</span>
        </button>
        <CopyPart name={name} value={value} />
      </div>
      {open ? (
        <div className="ml-[0.4375rem] border-l pl-2">
          {entries.slice(0, shown).map(([key, child]) => (
            <JsonNode key={key} name={key} value={child} depth={depth + 1} openDepth={openDepth} />
          ))}
          {entries.length > shown ? (
            <button
              type="button"
              onClick={() => setShown(shown + PORTION)}
              className="min-h-6 rounded-sm px-1 text-running-ink underline underline-offset-2 pointer-coarse:min-h-11"
            >
              Show {Math.min(PORTION, entries.length - shown)} more of {entries.length}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const leafColours: Record<JsonKind, string> = {
  string: "text-done-ink",
  number: "text-running-ink",
  boolean: "text-category-model",
  null: "text-muted-foreground",
  object: "text-muted-foreground",
  array: "text-muted-foreground",
};

function Leaf({ name, value, kind }: { name?: string; value: unknown; kind: JsonKind }) {
  const words = kind === "object" ? "{}" : kind === "array" ? "[]" : literal(value);
  return (
    <div className="group flex items-start rounded-sm pl-[1.125rem] hover:bg-accent">
      <div className="min-w-0 flex-1 whitespace-pre-wrap break-words py-[0.1875rem] leading-[1.125rem]">
        <Name name={name} /> <span className={leafColours[kind]}>{words}</span>
      </div>
      <CopyPart name={name} value={value} />
    </div>
  );
}

function Name({ name }: { name?: string }) {
  return name === undefined ? null : <span className="shrink-0 text-foreground">{name}:</span>;
}

/** Copies one part; a string without its quotes. Shown on hover and on focus only. */
function CopyPart({ name, value }: { name?: string; value: unknown }) {
  const { copied, copy } = useCopy();
  if (name === undefined) return null;
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={copied ? "Copied" : `Copy ${name}`}
      onClick={() =>
        void copy(typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "null"))
      }
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-muted-foreground opacity-0 hover:text-foreground focus-visible:opacity-100 focus-visible:outline-offset-[-2px] group-hover:opacity-100 pointer-coarse:hidden"
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}
