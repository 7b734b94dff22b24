"use client";

import { ArgumentField } from "../expression/argument-field";
import { ExpressionField } from "../expression/expression-field";
import type { ControlProps } from "./control-props";

/** Text with `{{ … }}` in it, where values will stand. */
export function TemplateControl(props: ControlProps) {
  return <ExpressionField {...props} kind="template" />;
}

/** Text with the arguments of a tool's call in it. */
export function ArgumentsControl(props: ControlProps) {
  return <ArgumentField {...props} />;
}

/** An expression: all of it is code. */
export function ExpressionControl(props: ControlProps) {
  return <ExpressionField {...props} kind="expression" />;
}
