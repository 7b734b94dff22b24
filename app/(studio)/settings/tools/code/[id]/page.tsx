import { NeedsPermission } from "@/components/settings/needs-permission";
import { CodeToolScreen } from "@/components/settings/tools/code/code-tool-screen";

export const metadata = { title: "Tools" };

export default async function CodeToolPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <NeedsPermission permission="tool.read">
      <CodeToolScreen id={id} />
    </NeedsPermission>
  );
}
