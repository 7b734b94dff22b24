import type { Metadata } from "next";
import { BuildView } from "@/components/editor/build-view";

export const metadata: Metadata = { title: "Build" };

export default function BuildPage() {
  return <BuildView />;
}
