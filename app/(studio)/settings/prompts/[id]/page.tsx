import { NeedsPermission } from "@/components/settings/needs-permission";
import { PromptScreen } from "@/components/settings/prompts/prompt-screen";

export const metadata = { title: "Prompts" };

export default async function PromptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <NeedsPermission permission="agent.read">
      <PromptScreen id={id} />
    </NeedsPermission>
  );
}
