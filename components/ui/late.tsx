"use client";

import { createElement, type ReactNode, useCallback, useEffect, useState } from "react";
import { ErrorState } from "./error-state";
import { afterPicture } from "./first-picture";
import type { LateCode } from "./late-code";

interface LateProps<Props> {
  code: LateCode<Props>;
  /** Of the component. */
  props: Props;
  /** What it is called where it cannot be loaded; nothing is said without it, as for what is not seen. */
  what?: string;
  /** Shown while it loads. */
  placeholder?: ReactNode;
}

/**
 * A component whose code comes when it is first shown. Where that fails it is said in its place and can be tried again:
 * a part that is missing must not take the page along, and connections come back.
 */
export function Late<Props extends object>({ code, props, what, placeholder = null }: LateProps<Props>) {
  const [failed, setFailed] = useState(false);
  const [, setReady] = useState(false);
  const attempt = useCallback(() => {
    code.load().then(
      () => setReady(true),
      () => setFailed(true),
    );
  }, [code]);
  const again = () => {
    setFailed(false);
    attempt();
  };
  useEffect(() => {
    if (!code.current()) return afterPicture(attempt);
  }, [code, attempt]);

  useEffect(() => {
    if (!failed) return;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  });

  const component = code.current();
  if (component) return createElement(component, props);
  if (!failed || what === undefined) return placeholder;
  return (
    <ErrorState
      title={`${what} could not be loaded`}
      error={new Error("Check the connection, then try again.")}
      onRetry={again}
    />
  );
}
