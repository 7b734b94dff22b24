"use client";

import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { ErrorState } from "@/components/ui/error-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Feedback } from "@/lib/api/contract/feedback";
import type { Said } from "@/workflows/feedback/said";
import { FeedbackList } from "./feedback-list";
import { OwnThumb } from "./own-thumb";
import { ReviewForm } from "./review-form";
import { useFeedback } from "./use-feedback";
import { useGiveFeedback } from "./use-give-feedback";
import { thumbOf } from "./words";

interface FeedbackPanelProps {
  runId: string;
  /** The span that is looked at: it can be spoken of, too. */
  span: { id: string; title: string } | undefined;
  titleOf: (spanId: string) => string;
}

/** What was said of a run, and a reviewer's own say. */
export function FeedbackPanel({ runId, span, titleOf }: FeedbackPanelProps) {
  const { can } = useMe();
  const mayGive = can("run.feedback");
  const feedback = useFeedback(runId);
  const { remove, takeBack } = useGiveFeedback(runId);
  if (feedback.isError) {
    return (
      <ErrorState
        title="The feedback could not be loaded"
        error={feedback.error}
        onRetry={() => void feedback.refetch()}
      />
    );
  }
  if (!feedback.data) return <SkeletonRows rows={3} label="Loading the feedback" />;
  const { items } = feedback.data;
  return (
    <div className="grid grid-cols-1 gap-5 p-4">
      {items.length > 0 ? (
        <FeedbackList
          said={items}
          titleOf={titleOf}
          onTakeBack={mayGive ? (each) => void remove(each) : undefined}
          onDelete={can("feedback.manage") ? ({ id }) => takeBack(id) : undefined}
        />
      ) : (
        <p className="text-muted-foreground">
          Nobody has said anything about this run yet. Thumbs and comments from the chat, scores from programs
          and reviews stand here.
        </p>
      )}
      {mayGive ? <Review runId={runId} span={span} said={items} /> : null}
    </div>
  );
}

interface ReviewProps {
  runId: string;
  span: FeedbackPanelProps["span"];
  said: readonly Feedback[];
}

function Review({ runId, span, said }: ReviewProps) {
  const [about, setAbout] = useState<"run" | "span">("run");
  const { give, takeBack } = useGiveFeedback(runId);
  const spanId = about === "span" ? span?.id : undefined;
  const own = said.find(
    (each) =>
      each.own && thumbOf(each) !== null && each.messageId === null && (each.spanId ?? undefined) === spanId,
  );
  const onGive = (what: Said) => give({ ...what, spanId });
  return (
    <section aria-label="Your review" className="grid grid-cols-1 gap-3 border-t pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">Your review</h3>
        <OwnThumb
          of={spanId === undefined ? "run" : "span"}
          own={own}
          onGive={onGive}
          onTakeBack={takeBack}
        />
        {span ? (
          <SegmentedControl
            label="About"
            options={[
              { value: "run", label: "The run" },
              { value: "span", label: span.title },
            ]}
            value={about}
            onValueChange={setAbout}
            className="ml-auto"
          />
        ) : null}
      </div>
      <ReviewForm key={about} onGive={onGive} />
    </section>
  );
}
