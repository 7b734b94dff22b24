import { AgentsScreen } from "@/components/agents/agents-screen";

export const metadata = { title: "Agents" };

export default function AgentsPage() {
  return <AgentsScreen />;
}
