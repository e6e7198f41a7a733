import { describeDistributions, describeTraffic } from '#domain/transcript/describeMeasures.ts';
import type { MeasureTable } from '#domain/transcript/describeMeasures.ts';
import type { Measures } from '#domain/transcript/measures.ts';

export function MeasuresTables({ measures }: { readonly measures: Measures }) {
  return (
    <>
      <Table table={describeTraffic(measures)} />
      <Table table={describeDistributions(measures)} />
    </>
  );
}

function Table({ table: { title, columns, rows } }: { readonly table: MeasureTable }) {
  return (
    <table aria-label={title} className="w-full text-2xs whitespace-nowrap tabular-nums">
      <thead className="text-ink-soft">
        <tr>
          <th scope="col" className="text-left font-normal">
            {title}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="min-w-10 pl-3 text-right font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells }) => (
          <tr key={label} className="border-t border-line/60">
            <th scope="row" className="py-px text-left font-normal">
              {label}
            </th>
            {cells.map((cell, place) => (
              <td key={columns[place]} className="py-px pl-3 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
