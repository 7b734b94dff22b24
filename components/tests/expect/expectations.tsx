"use client";

import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { toast } from "@/components/ui/toast";
import { type CaseSummary, listCases, updateCase } from "@/lib/api/contract/test-cases";
import type { Expectation } from "@/workflows/testcases/test-case";
import { ExpectationsForm } from "./expectations-form";
import { ExpectationsJson } from "./expectations-json";

const ways = [
  { value: "form", label: "Form" },
  { value: "json", label: "JSON" },
] as const;

/** What a case expects, to be changed in a form or as JSON. */
export function Expectations({ item }: { item: CaseSummary }) {
  const [way, setWay] = useState<(typeof ways)[number]["value"]>("form");
  const [dirty, setDirty] = useState(false);
  const { can } = useMe();
  const save = useCall(updateCase, {
    refresh: [listCases],
    onSuccess: () => toast.done("The expectations were saved"),
  });
  const { expect } = item.case;
  const props = {
    expect,
    readOnly: !can("agent.edit"),
    onDirty: setDirty,
    onSave: (next: Expectation[]) => save.mutateAsync({ params: { id: item.id }, body: { expect: next } }),
  };
  return (
    <section aria-label="What it expects" className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="font-medium">What it expects</h3>
        {dirty ? (
          <p className="text-muted-foreground text-xs">Not saved yet</p>
        ) : (
          <SegmentedControl label="Written as" options={ways} value={way} onValueChange={setWay} />
        )}
      </div>
      {way === "form" ? <ExpectationsForm {...props} /> : <ExpectationsJson {...props} />}
    </section>
  );
}
