"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { themes } from "@/components/shell/themes";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";

const never = () => () => {};

export function AppearanceSettings() {
  const { theme = "system", setTheme } = useTheme();
  // The server does not know what this browser has chosen.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Card>
      <CardHeader title="Theme" description="Kept in this browser." />
      <CardBody>
        {inBrowser ? (
          <SegmentedControl
            label="Theme"
            options={themes}
            value={themes.find((each) => each.value === theme)?.value ?? "system"}
            onValueChange={setTheme}
            className="justify-self-start"
          />
        ) : (
          <Skeleton className="h-8 w-64" />
        )}
      </CardBody>
    </Card>
  );
}
