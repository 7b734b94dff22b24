"use client";

import { isProblem } from "@/components/data/problem";
import { useEndpoint } from "@/components/data/use-endpoint";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getAnswerLink } from "@/lib/api/contract/answer-links";
import { ClosedLink } from "./closed-link";
import { LinkAnswer } from "./link-answer";

/** What a link leads to. Read by the browser, so that whoever floods it is counted by their own address. */
export function LinkScreen({ token }: { token: string }) {
  const link = useEndpoint(getAnswerLink, { params: { token } });
  if (link.isPending) return <SkeletonRows rows={3} label="Loading the question" />;
  if (link.isError) {
    const isMissing = isProblem(link.error) && link.error.problem.code === "not_found";
    if (isMissing) return <ClosedLink state="missing" />;
    return (
      <ErrorState
        title="The question could not be loaded"
        error={link.error}
        onRetry={() => void link.refetch()}
        retrying={link.isFetching}
      />
    );
  }
  const { question, state, agentName, nodeTitle } = link.data;
  if (!question) return <ClosedLink state={state} />;
  return <LinkAnswer token={token} agentName={agentName} nodeTitle={nodeTitle} question={question} />;
}
