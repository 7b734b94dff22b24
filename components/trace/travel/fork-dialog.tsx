"use client";

import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { JsonInput } from "@/components/inspector/controls/json-input";
import { graphName } from "@/components/runs/run-facts";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { FieldError } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { getAgent } from "@/lib/api/contract/agents";
import { forkRun, getRun, getRunState } from "@/lib/api/contract/runs";
import type { StepView } from "@/workflows/events/steps/step-views";
import type { GraphDocument } from "@/workflows/graph/document";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { checkpointMisfits } from "@/workflows/travel/checkpoint-misfits";
import { editProblems, editsOf, stateWith, type Typed, typedFrom } from "./state-edits";
import { StateForm } from "./state-form";

export interface ForkDialogProps {
  runId: string;
  /** The graph as it ran. */
  document: GraphDocument;
  from: { checkpointId: string } | { nodeId: string; visit: number };
  /** The step in whose state the new run begins. */
  step: StepView;
  onClose: () => void;
}

/** Asks with which state and which graph a run goes on from a step of another one, and starts it. */
export function ForkDialog(props: ForkDialogProps) {
  const { runId, document, from, step, onClose } = props;
  const state = useEndpoint(
    getRunState,
    { params: { id: runId, checkpointId: step.checkpointId } },
    { lasting: true },
  );
  const title =
    "nodeId" in from ? `Run again from “${nodeTitle(document, from.nodeId)}”` : `Fork from step ${step.step}`;
  const next = step.next.map((id) => `“${nodeTitle(document, id)}”`).join(", ");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={title}
        description={`A new test run begins in this state and goes on with ${next}. What ran before is not run or paid for again.`}
        size="lg"
      >
        {state.data ? (
          <ForkForm {...props} before={state.data.values} />
        ) : (
          <DialogBody>
            {state.isError ? (
              <ErrorState
                title="The state could not be loaded"
                error={state.error}
                onRetry={() => void state.refetch()}
              />
            ) : (
              <SkeletonRows rows={4} label="Loading the state" />
            )}
          </DialogBody>
        )}
      </DialogContent>
    </Dialog>
  );
}

const ways = [
  { value: "form", label: "Form" },
  { value: "json", label: "JSON" },
] as const;

function ForkForm({
  runId,
  document,
  from,
  step,
  before,
  onClose,
}: ForkDialogProps & { before: JsonObject }) {
  const router = useRouter();
  const { can } = useMe();
  const run = useEndpoint(getRun, { params: { id: runId } });
  const agentId = run.data?.agentId ?? "";
  const agent = useEndpoint(getAgent, { params: { id: agentId } }, { enabled: agentId !== "" });
  const [way, setWay] = useState<"form" | "json">("form");
  const [graph, setGraph] = useState<"ran" | "draft">("ran");
  const [typed, setTyped] = useState<Typed>({});
  const [readable, setReadable] = useState(true);
  const draft = agent.data?.draft;
  const target = graph === "draft" && draft ? draft : document;
  const edits = editsOf(typed, before);
  const problems = editProblems(target.channels, edits);
  const values = stateWith(before, edits);
  const misfits =
    graph === "draft" && draft ? checkpointMisfits({ document, values, next: step.next }, draft) : [];
  const guard = useUnsavedGuard(edits.length > 0);
  const start = useCall(forkRun, {
    onSuccess: (made) => {
      onClose();
      router.push(`/runs/${made.id}`);
    },
    onError: (error) => toast.failed("The run did not start", error),
  });
  const blocked =
    !readable ||
    Object.keys(problems).length > 0 ||
    misfits.some(({ severity }) => severity === "error") ||
    (graph === "draft" && !draft);
  const submit = () =>
    start.mutate({
      params: { id: runId },
      body: {
        from,
        edits,
        ...(graph === "draft" && agent.data && { draft: { revision: agent.data.revision } }),
      },
    });
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked) submit();
      }}
    >
      <DialogBody>
        <section aria-label="State" className="grid min-w-0 gap-2">
          <div className="flex items-center justify-between gap-2">
            <h3 className="font-semibold">State</h3>
            <SegmentedControl
              label="How the state is changed"
              options={ways}
              value={way}
              onValueChange={setWay}
            />
          </div>
          {way === "form" ? (
            <StateForm
              channels={target.channels}
              before={before}
              typed={typed}
              problems={problems}
              onChange={setTyped}
            />
          ) : (
            <StateJson
              before={before}
              values={values}
              // What is said of them is of the text that could be read last.
              problems={readable ? problems : {}}
              onReadable={setReadable}
              onChange={setTyped}
            />
          )}
          <p className="text-muted-foreground text-xs">
            Values are written as of the nodes that ran last, so what comes next stays what it is.
          </p>
        </section>
        <section aria-label="Graph" className="grid gap-2">
          <h3 className="font-semibold">Graph</h3>
          <RadioCards
            label="Graph"
            value={graph}
            onValueChange={setGraph}
            options={[
              {
                value: "ran",
                title: "As it ran",
                description: run.data ? `The same graph as this run: ${graphName(run.data)}.` : undefined,
              },
              {
                value: "draft",
                title: "The draft",
                description: agent.data
                  ? `As it is edited now, revision ${agent.data.revision}; nodes go by their ids.`
                  : undefined,
              },
            ].map(({ description, ...option }) => ({
              value: option.value === "draft" ? ("draft" as const) : ("ran" as const),
              title: option.title,
              ...(description && { description }),
            }))}
          />
          {misfits.map(({ severity, message }) => (
            <Notice key={message} tone={severity === "error" ? "failed" : "waiting"}>
              {message}
            </Notice>
          ))}
          {graph === "draft" && draft && misfits.length === 0 ? (
            <Notice tone="done">The state goes with the draft.</Notice>
          ) : null}
        </section>
        <Notice title="It may come out otherwise">
          Models, tools, requests and the clock are asked anew and may answer differently. Nodes that act
          outside, such as mails or orders, act again. The new run is a test run on a branch of its own; the
          conversation goes on where it was until a branch is made its head.
        </Notice>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button
          type="submit"
          variant="primary"
          busy={start.isPending}
          disabled={blocked || !can("run.create")}
        >
          <Play aria-hidden />
          Run on
        </Button>
      </DialogFooter>
      {guard}
    </form>
  );
}

interface StateJsonProps {
  before: JsonObject;
  values: JsonObject;
  problems: Record<string, string>;
  onReadable: (readable: boolean) => void;
  onChange: (typed: Typed) => void;
}

/** The whole state as text. Begun with what the form holds; the text is its own from then on. */
function StateJson({ before, values, problems, onReadable, onChange }: StateJsonProps) {
  const [value, setValue] = useState(values);
  const [isObject, setIsObject] = useState(true);
  return (
    <div className="grid min-w-0 gap-1.5">
      <JsonInput
        label="State as JSON"
        value={value}
        disabled={false}
        onReadable={onReadable}
        onChange={(next) => {
          const read = jsonObjectSchema.safeParse(next);
          setIsObject(read.success);
          onReadable(read.success);
          if (!read.success) return;
          setValue(read.data);
          onChange(typedFrom(read.data, before));
        }}
      />
      <FieldError message={isObject ? undefined : "The state is an object of channels."} />
      {Object.values(problems).map((problem) => (
        <FieldError key={problem} message={problem} />
      ))}
    </div>
  );
}
