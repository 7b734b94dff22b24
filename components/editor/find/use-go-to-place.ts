"use client";

import { useCallback } from "react";
import { addressOf } from "@/workflows/graph/node-address";
import type { TextMatch } from "@/workflows/graph/text/find-text";
import type { TextPlace } from "@/workflows/graph/text/places";
import { useCommandContext } from "../commands/use-commands";
import { stickyKey } from "../graph/things";
import { useNarrow } from "../panels/use-narrow";
import { nothingSelected, selectGroup, selectNodes, selectSticky } from "../store/selection";

/** The field of a place, as the inspector marks it. Title and note stand beside a node's config. */
function fieldOf(place: Extract<TextPlace, { nodeId: string }>): string {
  return place.part === "config" ? place.field : `node.${place.part}`;
}

/** Shows a match: selects its node and opens its field. `focus` goes there as well, with the match selected. */
export function useGoToPlace(): (match: TextMatch, focus: boolean) => void {
  const { inside, ui, view } = useCommandContext();
  const narrow = useNarrow();
  return useCallback(
    ({ place, start, match }, focus) => {
      const within = place.at?.reduce(addressOf, inside.within) ?? inside.within;
      const isHere = within === inside.within;
      if (!isHere && !focus) {
        // One that steps through the matches stays where the bar looks: the subgraph stands for what is in it.
        const around = place.at?.slice(0, 1) ?? [];
        inside.storeOf(inside.within).getState().select(selectNodes(around));
        return view.fit(around);
      }
      const { document, select } = inside.storeOf(within).getState();
      const bring = (ids: string[]) => (isHere ? view.fit(ids) : inside.goTo(within));
      // On a phone the sheet would cover the bar one is stepping with.
      const inspectorSheet = focus || !narrow;
      if ("nodeId" in place) {
        select(selectNodes([place.nodeId]));
        ui.setState({
          tab: place.part === "note" ? "notes" : "settings",
          inspectorSheet,
          focusField: {
            nodeId: place.nodeId,
            field: fieldOf(place),
            found: { start, end: start + match.length, focus },
          },
        });
        return bring([place.nodeId]);
      }
      if (place.part === "group") {
        const members = document.layout.groups[place.groupId]?.nodes ?? [];
        select(selectGroup(place.groupId));
        return bring(members);
      }
      if (place.part === "sticky") {
        select(selectSticky(place.stickyId));
        return bring([stickyKey(place.stickyId)]);
      }
      select(nothingSelected);
      if (!isHere) inside.goTo(within);
      ui.setState({ agentTab: "channels", openChannel: { channel: place.channel }, inspectorSheet });
    },
    [inside, ui, view, narrow],
  );
}
