"use client";

import Link from "next/link";
import { useEditor } from "@/components/editor/store/editor-context";
import { DiffText } from "@/components/editor/versions/text/diff-text";
import { CodeBlock } from "@/components/ui/code-block";
import { Status } from "@/components/ui/status";
import type { CaseResult } from "@/lib/api/contract/test-cases";
import { own } from "@/workflows/graph/record";
import type { Check, CheckDifference } from "@/workflows/testcases/check";

/** How each expectation came out, and where what came is another. */
export function Checks({ result, agentId }: { result: CaseResult; agentId: string }) {
  return (
    <section aria-label="How it came out" className="grid min-w-0 gap-3">
      <h3 className="font-medium">How it came out</h3>
      {result.checks.length === 0 ? <Status tone="done" label="It ended well" /> : null}
      {result.checks.map((check, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: checks stand in the order of their expectations
        <CheckResult key={at} check={check} runId={result.runId} agentId={agentId} />
      ))}
    </section>
  );
}

const passed: Record<Check["kind"], (place: string) => string> = {
  ended: () => "It ended well",
  equals: (place) => `${place} is as expected`,
  contains: (place) => `${place} has the text in it`,
  matches: (place) => `${place} matches the pattern`,
  has: (place) => `${place} has the fields`,
  within: (place) => `${place} is within the bounds`,
  path: () => "It went through the expected nodes",
  cost: () => "It cost no more than expected",
};

const failed: Record<Check["kind"], (place: string) => string> = {
  ended: () => "It did not end well",
  equals: (place) => `${place} has another value`,
  contains: (place) => `${place} does not have the text in it`,
  matches: (place) => `${place} does not match the pattern`,
  has: (place) => `${place} does not have the fields`,
  within: (place) => `${place} is not within the bounds`,
  path: () => "It went through other nodes",
  cost: () => "It cost more than expected",
};

interface CheckResultProps {
  check: Check;
  runId: string;
  agentId: string;
}

function CheckResult({ check, runId, agentId }: CheckResultProps) {
  const { kind, ok, not = false } = check;
  const place = check.at ? `“${check.at}”` : "The output";
  // An opposite that is as it must be reads as what it is the opposite of does when that fails.
  const words = (ok === not ? failed : passed)[kind](place);
  if (ok) return <Status tone="done" label={words} className="whitespace-normal" />;
  return (
    <div className="grid min-w-0 gap-2">
      <Status tone="failed" label={words} className="whitespace-normal" />
      <div className="grid min-w-0 gap-2 pl-3.5">
        <Why check={check} runId={runId} agentId={agentId} />
      </div>
    </div>
  );
}

function Why({ check, runId, agentId }: CheckResultProps) {
  if (check.kind === "ended") return <NotEnded check={check} runId={runId} agentId={agentId} />;
  if (check.kind === "path") return <OtherPath check={check} />;
  if (check.differences) return <Differences places={check.differences} at={check.at} />;
  return <SideBySide wanted={check.wanted} found={check.found} not={check.not} />;
}

function NotEnded({ check: { found, nodeId }, runId, agentId }: CheckResultProps) {
  const title = useEditor(({ document }) => own(document.nodes, nodeId ?? "")?.title);
  return (
    <div className="grid gap-1">
      <p className="break-words">{title ? `At “${title}”: ${found}` : found}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        <Link href={`/runs/${runId}`} className="underline underline-offset-2">
          Open the run
        </Link>
        <Link href={`/agents/${agentId}?run=${runId}`} className="underline underline-offset-2">
          Show it on the canvas
        </Link>
      </p>
    </div>
  );
}

function OtherPath({ check }: { check: Check }) {
  const nodes = useEditor(({ document }) => document.nodes);
  const titled = (ids: string) =>
    ids
      .split("\n")
      .map((id) => own(nodes, id)?.title ?? id)
      .join("\n");
  return <Marked wanted={titled(check.wanted)} found={titled(check.found)} />;
}

function Differences({ places, at = "" }: { places: readonly CheckDifference[]; at?: string | undefined }) {
  return (
    <ul className="grid min-w-0 gap-3">
      {places.map((each) => {
        const where = [at, each.at].filter(Boolean).join(each.at.startsWith("[") ? "" : ".");
        return (
          <li key={each.at} className="grid min-w-0 gap-1">
            {where ? <p className="break-words font-mono text-xs">{where}</p> : null}
            <SideBySide wanted={each.wanted ?? "(nothing)"} found={each.found ?? "(nothing)"} place={where} />
          </li>
        );
      })}
    </ul>
  );
}

/** Texts of more characters are shown as one, with what differs marked in it. */
const mostReadAlone = 60;

interface SideBySideProps {
  wanted: string;
  found: string;
  not?: boolean | undefined;
  place?: string;
}

function SideBySide({ wanted, found, not, place }: SideBySideProps) {
  const of = place ? ` at ${place}` : "";
  if (!not && Math.min(wanted.length, found.length) > mostReadAlone) {
    return <Marked wanted={wanted} found={found} />;
  }
  return (
    <div className="grid min-w-0 gap-2 lg:grid-cols-2">
      <Side title={not ? "Must not be" : "Expected"} of={of} text={wanted} />
      <Side title="Found" of={of} text={found} />
    </div>
  );
}

/** Both in one text. */
function Marked({ wanted, found }: { wanted: string; found: string }) {
  return (
    <div className="grid min-w-0 gap-1">
      <p className="text-muted-foreground text-xs">
        Crossed out: what was expected. Marked: what came instead.
      </p>
      <DiffText before={wanted} after={found} />
    </div>
  );
}

function Side({ title, of, text }: { title: string; of: string; text: string }) {
  return (
    <div className="grid min-w-0 content-start gap-1">
      <p className="text-muted-foreground text-xs">{title}</p>
      <CodeBlock label={`${title}${of}`} code={text} wrap />
    </div>
  );
}
