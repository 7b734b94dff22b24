"use client";

import { Combobox } from "@/components/inspector/controls/combobox";
import type { VersionItem } from "../list/version-row";
import type { Side } from "../version-paths";

interface SideSelectProps {
  label: string;
  versions: readonly VersionItem[];
  value: Side;
  onChange: (side: Side) => void;
}

/** The draft, or one of the versions, newest first; found by number or note. */
export function SideSelect({ label, versions, value, onChange }: SideSelectProps) {
  // An address may name a version that is not there: the field says which, the page what is wrong.
  const unknown = value !== "draft" && !versions.some(({ number }) => number === value);
  return (
    <div className="min-w-0 flex-1 sm:w-48 sm:flex-none">
      <Combobox
        aria-label={label}
        value={String(value)}
        options={[
          { value: "draft", label: "Draft" },
          ...versions.map(({ number, note, live }) => ({
            value: String(number),
            label: note ? `Version ${number} · ${note}` : `Version ${number}`,
            ...(live ? { note: "live" } : {}),
          })),
          ...(unknown ? [{ value: String(value), label: `Version ${value}` }] : []),
        ]}
        placeholder="Choose…"
        searchLabel="Find a version"
        empty="No version has these words."
        onChange={(chosen) => onChange(chosen === "draft" ? "draft" : Number(chosen))}
      />
    </div>
  );
}
