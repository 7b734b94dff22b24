"use client";

import { Controller, useForm } from "react-hook-form";
import { useEndpoint } from "@/components/data/use-endpoint";
import { ModelPicker } from "@/components/inspector/controls/model-picker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { listModels } from "@/lib/api/contract/models";
import { mostTries } from "@/lib/api/contract/trace";
import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Changed } from "./apply-changes";
import { askedWith, referenceOf, type Values, valuesOf } from "./values";

interface CallFormProps {
  span: Span;
  document: GraphDocument;
  asking: boolean;
  onAsk: (changed: Changed & { times: number }) => void;
}

const roles = { system: "System", user: "User", assistant: "Assistant", tool: "Tool" };

/** What the model is asked: every message, the model and what it is tuned by. */
export function CallForm({ span, document, asking, onAsk }: CallFormProps) {
  const { data } = useEndpoint(listModels, {});
  const {
    register,
    control,
    handleSubmit,
    formState: { errors },
  } = useForm<Values>({
    values: valuesOf(span, referenceOf(span, document, data?.items ?? [])),
    resetOptions: { keepDirtyValues: true },
  });
  const messages = span.messages ?? [];
  return (
    <form
      className="grid min-w-0 gap-4"
      onSubmit={(event) => void handleSubmit((values) => onAsk(askedWith(span, values)))(event)}
    >
      {messages.map((message, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: messages of a recorded call never move and may lack ids
          key={index}
          label={`${index + 1}. ${roles[message.role]}${message.name ? ` · ${message.name}` : ""}`}
          help={
            message.toolCalls?.length
              ? `Calls ${message.toolCalls.map(({ name }) => name).join(", ")}`
              : undefined
          }
        >
          <Textarea rows={2} {...register(`contents.${index}`)} />
        </Field>
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Controller
          name="model"
          control={control}
          rules={{ required: "Choose a model." }}
          render={({ field, fieldState }) => (
            <Field label="Model" error={fieldState.error?.message}>
              <ModelPicker value={field.value || undefined} onChange={field.onChange} />
            </Field>
          )}
        />
        <Field
          label="Temperature"
          optional
          error={errors.temperature?.message}
          help="0 to 2; empty: as the model does by itself."
        >
          <Input
            inputMode="decimal"
            {...register("temperature", {
              validate: (text) => inRange(text, 0, 2) || "A number from 0 to 2.",
            })}
          />
        </Field>
        <Field label="Most tokens of an answer" optional error={errors.maxTokens?.message}>
          <Input
            inputMode="numeric"
            {...register("maxTokens", {
              validate: (text) => isWhole(text, 1, 1_000_000) || "A whole number from 1 on.",
            })}
          />
        </Field>
        <Field
          label="Times"
          error={errors.times?.message}
          help="Each is a call at your provider, and is counted as one."
        >
          <Input
            type="number"
            min={1}
            max={mostTries}
            {...register("times", {
              validate: (text) => (text !== "" && isWhole(text, 1, mostTries)) || `From 1 to ${mostTries}.`,
            })}
          />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" busy={asking}>
          Ask again
        </Button>
      </div>
    </form>
  );
}

function inRange(text: string, least: number, most: number): boolean {
  if (text.trim() === "") return true;
  const value = Number(text);
  return Number.isFinite(value) && value >= least && value <= most;
}

function isWhole(text: string, least: number, most: number): boolean {
  return text.trim() === "" || (Number.isInteger(Number(text)) && inRange(text, least, most));
}
