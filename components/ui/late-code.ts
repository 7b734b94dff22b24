import type { ComponentType } from "react";
import { type LateModule, lateModule } from "./late-module";

/** The code of a component that a page does without at first. */
export type LateCode<Props> = Pick<LateModule<ComponentType<Props>>, "current" | "load" | "preload">;

export const lateCode = <Props>(importing: () => Promise<ComponentType<Props>>): LateCode<Props> =>
  lateModule(importing);
