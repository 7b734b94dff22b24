import type { Metadata } from "next";
import { PublishPage } from "@/components/editor/publish/publish-page";

export const metadata: Metadata = { title: "Publish" };

export default function AgentPublishPage() {
  return <PublishPage />;
}
