"use client";

import { Select } from "@/components/ui/select";
import type { VersionItem } from "../list/version-row";
import type { Side } from "../version-paths";

interface SideSelectProps {
  label: string;
  versions: readonly VersionItem[];
  value: Side;
  onChange: (side: Side) => void;
}

/** The draft, or one of the versions, newest first. */
export function SideSelect({ label, versions, value, onChange }: SideSelectProps) {
  return (
    <Select
      aria-label={label}
      className="max-w-44 max-sm:min-w-0 max-sm:flex-1"
      value={String(value)}
      options={[
        { value: "draft", label: "Draft" },
        ...versions.map(({ number, note, live }) => ({
          value: String(number),
          label: live ? `Version ${number} (live)` : `Version ${number}`,
          description: note ? <span className="line-clamp-1 max-w-72">{note}</span> : undefined,
        })),
      ]}
      onValueChange={(chosen) => onChange(chosen === "draft" ? "draft" : Number(chosen))}
    />
  );
}
