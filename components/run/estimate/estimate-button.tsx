"use client";

import { Gauge } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useEstimate } from "./estimate-context";
import { EstimateDetails } from "./estimate-details";
import { inShort } from "./measures";

/** A quiet line about what the next run will take; opens the figures behind it. */
export function EstimateButton() {
  const state = useEstimate();
  if (state.kind === "loading") return null;
  return (
    <Popover>
      <PopoverTrigger>
        <Button size="sm" variant="ghost" className="text-muted-foreground tabular-nums">
          <Gauge aria-hidden />
          <span className="sr-only">Before you run: </span>
          {state.kind === "known" ? `about ${inShort(state.estimate)}` : words[state.kind]}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Before you run" align="end" className="w-80">
        <EstimateDetails />
      </PopoverContent>
    </Popover>
  );
}

const words = { none: "No history yet", failed: "Estimate not loaded" };
