"use client";

import { useReactFlow, useStore } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import { stillFit } from "./fit-options";
/** A graph that nobody has moved stays whole in view when its place changes, as when a phone is turned. */
export function KeptWhole({ unless }: { unless: RefObject<boolean> }) {
  const { fitView } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const fitted = useRef<string>(undefined);
  useEffect(() => {
    if (width === 0 || height === 0) return;
    const size = `${width} ${height}`;
    const isOther = fitted.current !== undefined && fitted.current !== size;
    fitted.current = size;
    if (isOther && !unless.current) void fitView(stillFit);
  }, [width, height, fitView, unless]);
  return null;
}
