"use client";

import { useEffect } from "react";
import { ErrorState } from "@/components/ui/error-state";

interface PageErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Stands where a page broke. The server keeps its errors to itself and names them by a digest in its log. */
export function PageError({ error, reset }: PageErrorProps) {
  useEffect(() => console.error(error), [error]);
  const words = error.digest
    ? `The server could not draw this page. Its log has the reason under ${error.digest}.`
    : error.message;
  return <ErrorState title="This page broke" error={words} onRetry={reset} />;
}
