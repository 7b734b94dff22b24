"use client";

import type { FormEventHandler, ReactNode } from "react";
import type { FieldValues, FormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";

interface FormCardProps<Values extends FieldValues> {
  title: string;
  description: string;
  state: FormState<Values>;
  onSubmit: FormEventHandler;
  /** The fields. */
  children: ReactNode;
}

/** Settings that are one form: saved by its button once something was changed, and not left unsaved unasked. */
export function FormCard<Values extends FieldValues>({
  title,
  description,
  state: { errors, isSubmitting, isDirty },
  onSubmit,
  children,
}: FormCardProps<Values>) {
  const guard = useUnsavedGuard(isDirty);
  return (
    <Card>
      <form onSubmit={onSubmit} noValidate>
        <CardHeader title={title} description={description} />
        <CardBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          {children}
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
            Save
          </Button>
        </CardFooter>
      </form>
      {guard}
    </Card>
  );
}

interface LoadedCardProps<Data> {
  query: { data: Data | undefined; error: unknown; isFetching: boolean; refetch: () => unknown };
  /** What is loaded, as in “The limits of runs could not be loaded”. */
  what: string;
  /** About how tall it will be. */
  rows: number;
  children: (data: Data) => ReactNode;
}

/** A card's settings once they are there; before that their shape, or why they are not. */
export function LoadedCard<Data>({ query, what, rows, children }: LoadedCardProps<Data>) {
  const { data, error, isFetching, refetch } = query;
  if (error) {
    return (
      <ErrorState
        title={`The ${what} could not be loaded`}
        error={error}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (data !== undefined) return children(data);
  return (
    <Card>
      <SkeletonRows rows={rows} label={`Loading ${what}`} />
    </Card>
  );
}
