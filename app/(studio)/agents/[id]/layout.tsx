import type { ReactNode } from "react";
import { AgentWorkspace } from "@/components/editor/workspace";

interface AgentLayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

export default async function AgentLayout({ params, children }: AgentLayoutProps) {
  const { id } = await params;
  return <AgentWorkspace agentId={id}>{children}</AgentWorkspace>;
}
