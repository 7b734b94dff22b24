"use client";

import { Pencil, Undo2 } from "lucide-react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Money } from "@/components/ui/money";
import { TableCell, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import {
  deletePriceOverride,
  listModels,
  listPriceOverrides,
  putPriceOverride,
} from "@/lib/api/contract/models";
import type { PricedModel } from "./priced-models";

interface PriceRowProps {
  row: PricedModel;
  onEdit: () => void;
}

export function PriceRow({ row, onEdit }: PriceRowProps) {
  const { can } = useMe();
  const reset = useResetPrice(row);
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 pl-4">
        <div className="truncate font-mono text-xs">{row.model}</div>
        {row.own ? <Badge className="mt-0.5">Set here</Badge> : null}
      </TableCell>
      <TableCell>
        <Money micros={row.input} />
      </TableCell>
      <TableCell>
        <Money micros={row.output} />
      </TableCell>
      <TableCell className="w-0 whitespace-nowrap pr-2 pl-0 text-right">
        {can("model.manage") ? (
          <>
            {row.own ? (
              <IconButton
                icon={Undo2}
                label={`Go back to the price list for ${row.model}`}
                onClick={() => void reset()}
              />
            ) : null}
            <IconButton icon={Pencil} label={`Set the price of ${row.model}`} onClick={onEdit} />
          </>
        ) : null}
      </TableCell>
    </TableRow>
  );
}

/** Takes the workspace's price away, and offers to put it back. */
function useResetPrice({ provider, model, input, output, cachedInput }: PricedModel) {
  const refresh = [listPriceOverrides, listModels];
  const remove = useCall(deletePriceOverride, { refresh });
  const put = useCall(putPriceOverride, {
    refresh,
    onError: (error) => toast.failed(`The price of ${model} could not be put back`, error),
  });
  return async () => {
    const price = { input: input ?? 0, output: output ?? 0, cachedInput: cachedInput ?? undefined };
    try {
      await remove.mutateAsync({ query: { provider, model } });
      toast.undo(`${model} is back on the price list`, () =>
        put.mutate({ body: { provider, model, price } }),
      );
    } catch (error) {
      toast.failed(`The price of ${model} could not be removed`, error);
    }
  };
}
