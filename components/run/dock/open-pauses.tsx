"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ApprovalCard } from "@/components/approvals/approval-card";
import { endpointKey } from "@/components/data/endpoint-key";
import { call } from "@/lib/api/client/call";
import { answerInterrupt, listInterrupts } from "@/lib/api/contract/runs";
import type { GivenAnswer } from "@/workflows/events/event";
import { useOpenPauses } from "./use-open-pauses";

/** What the shown run waits for, each to be answered here. */
export function OpenPauses() {
  const client = useQueryClient();
  const pauses = useOpenPauses();
  const answer = async (id: string, body: GivenAnswer) => {
    try {
      await call(answerInterrupt, { params: { id }, body });
    } finally {
      await client.invalidateQueries({ queryKey: endpointKey(listInterrupts) });
    }
  };
  const asked = pauses.filter(({ payload }) => payload.kind !== "breakpoint");
  return asked.map((pause) => (
    <ApprovalCard
      key={pause.id}
      payload={pause.payload}
      mayAnswer={pause.mayAnswer}
      standing={pause}
      since={pause.createdAt}
      onAnswer={(body) => answer(pause.id, body)}
      header={<h3 className="font-semibold">{pause.nodeTitle}</h3>}
    />
  ));
}
