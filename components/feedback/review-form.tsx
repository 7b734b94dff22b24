"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { listFeedbackNames } from "@/lib/api/contract/feedback";
import type { Said } from "@/workflows/feedback/said";
import { type Review, reviewProblem, saidOf } from "./review";

interface ReviewFormProps {
  onGive: (said: Said) => Promise<unknown>;
}

const empty: Review = { name: "", score: "", min: "0", max: "1", comment: "" };
const schema = z
  .object({ name: z.string(), score: z.string(), min: z.string(), max: z.string(), comment: z.string() })
  .superRefine((review, context) => {
    const problem = reviewProblem(review);
    if (problem) context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
  });

/** A score by name, a comment, or both. */
export function ReviewForm({ onGive }: ReviewFormProps) {
  const listId = useId();
  const names = useEndpoint(listFeedbackNames, {});
  const scores = (names.data?.items ?? []).filter(({ kind }) => kind === "score");
  const form = useForm<Review>({ resolver: zodResolver(schema), defaultValues: empty });
  const { errors, isSubmitting } = form.formState;
  const submit = submitForm(form, async (review) => {
    await onGive(saidOf(review));
    form.reset(empty);
  });
  const adopt = (name: string) => {
    const known = scores.find((each) => each.name === name);
    if (!known) return;
    form.setValue("min", String(known.min ?? 0));
    form.setValue("max", String(known.max ?? 1));
  };
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-3">
      {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
      <div className="grid grid-cols-[minmax(0,1fr)_5rem_4rem_4rem] items-start gap-2 max-sm:grid-cols-3">
        <Field label="Score" optional error={errors.name?.message} className="max-sm:col-span-3">
          <Input
            list={listId}
            autoComplete="off"
            placeholder="accuracy"
            {...form.register("name", { onChange: ({ target }) => adopt(String(target.value)) })}
          />
        </Field>
        <Field label="Value" error={errors.score?.message}>
          <Input inputMode="decimal" autoComplete="off" {...form.register("score")} />
        </Field>
        <Field label="Worst" error={errors.min?.message}>
          <Input inputMode="decimal" autoComplete="off" {...form.register("min")} />
        </Field>
        <Field label="Best" error={errors.max?.message}>
          <Input inputMode="decimal" autoComplete="off" {...form.register("max")} />
        </Field>
      </div>
      <datalist id={listId}>
        {scores.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label="Comment" optional error={errors.comment?.message}>
        <Textarea rows={2} maxLength={4_000} {...form.register("comment")} />
      </Field>
      <Button type="submit" variant="primary" busy={isSubmitting} className="justify-self-start">
        Add feedback
      </Button>
    </form>
  );
}
