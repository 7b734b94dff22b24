"use client";

import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useMe } from "@/components/data/use-me";
import { Inspector } from "@/components/inspector/inspector";
import { DockBar } from "@/components/run/dock/dock-bar";
import { LateRunDock } from "@/components/run/dock/late-run-dock";
import { EstimateProvider } from "@/components/run/estimate/estimate-context";
import { Late } from "@/components/ui/late";
import { type LateCode, lateCode } from "@/components/ui/late-code";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useBuild } from "./build-context";
import { CanvasArea } from "./canvas-area";
import { useInside } from "./inside/inside-context";
import { WholeAgent } from "./inside/whole-agent";
import { NarrowBuildView } from "./narrow-build-view";
import { useNarrow } from "./panels/use-narrow";
import { useEditorUi } from "./store/editor-ui";

const channelsDock: LateCode<object> = lateCode(
  async () => (await import("@/components/inspector/channels/channels-dock")).ChannelsDock,
);

/** The Build tab: canvas, inspector at its right, run panel below. Sizes are remembered for each person. */
export function BuildView() {
  const narrow = useNarrow();
  return <EstimateProvider>{narrow ? <NarrowBuildView /> : <WideBuildView />}</EstimateProvider>;
}

function WideBuildView() {
  const { dockOpen } = useBuild();
  const dockTab = useEditorUi((state) => state.dockTab);
  const { within } = useInside();
  const { user } = useMe();
  const rows = useDefaultLayout({
    id: `signalbox.rows.${user.id}`,
    panelIds: dockOpen ? ["work", "dock"] : ["work"],
  });
  const columns = useDefaultLayout({ id: `signalbox.columns.${user.id}` });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Group
        orientation="vertical"
        defaultLayout={rows.defaultLayout}
        onLayoutChanged={rows.onLayoutChanged}
        className="min-h-0 flex-1"
      >
        <Panel id="work" minSize="30%">
          <Group
            orientation="horizontal"
            defaultLayout={columns.defaultLayout}
            onLayoutChanged={columns.onLayoutChanged}
          >
            <Panel id="canvas" minSize="40%">
              <CanvasArea key={within} />
            </Panel>
            <Handle />
            <Panel
              id="inspector"
              defaultSize={360}
              minSize={280}
              maxSize="50%"
              groupResizeBehavior="preserve-pixel-size"
            >
              <aside aria-label="Inspector" className="h-full min-h-0 overflow-y-auto bg-background">
                <Inspector key={within} />
              </aside>
            </Panel>
          </Group>
        </Panel>
        {dockOpen ? (
          <>
            <Handle horizontal />
            <Panel
              id="dock"
              defaultSize={264}
              minSize={140}
              maxSize="65%"
              groupResizeBehavior="preserve-pixel-size"
            >
              {dockTab === "channels" ? (
                <Late
                  key={within}
                  what="The channels"
                  code={channelsDock}
                  props={{}}
                  placeholder={<SkeletonRows rows={3} />}
                />
              ) : (
                <WholeAgent>
                  <LateRunDock />
                </WholeAgent>
              )}
            </Panel>
          </>
        ) : null}
      </Group>
      {dockOpen ? null : (
        <WholeAgent>
          <DockBar />
        </WholeAgent>
      )}
    </div>
  );
}

/** The hairline between two panels; what can be grabbed is wider than what is seen. */
function Handle({ horizontal }: { horizontal?: boolean }) {
  return (
    <Separator
      aria-label={horizontal ? "Height of the run panel" : "Width of the inspector"}
      className={`relative z-10 shrink-0 bg-border outline-none transition-colors data-[separator=active]:bg-running data-[separator=hover]:bg-running focus-visible:bg-running ${
        horizontal ? "h-px" : "w-px"
      }`}
    />
  );
}
