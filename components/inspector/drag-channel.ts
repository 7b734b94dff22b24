import type { DragEvent } from "react";

/** Only our own fields know it; the plain text beside it is for whatever else a channel is dropped on. */
const mediaType = "application/x-signalbox-channel";

/** Begins to drag a channel's name out of a list of channels. */
export function startChannelDrag(event: DragEvent, channelName: string): void {
  event.dataTransfer.effectAllowed = "copy";
  event.dataTransfer.setData(mediaType, channelName);
  event.dataTransfer.setData("text/plain", channelName);
}

/** The channel that was dropped; undefined for anything else, such as a text or a file. */
export function droppedChannel({ dataTransfer }: Pick<DragEvent, "dataTransfer">): string | undefined {
  return dataTransfer.getData(mediaType) || undefined;
}

/** Whether what is dragged over something is a channel; what it is called is told only where it is dropped. */
export function isChannelDrag({ dataTransfer }: Pick<DragEvent, "dataTransfer">): boolean {
  return dataTransfer.types.includes(mediaType);
}
