const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys move the focus from cell to cell; the cell that has it is the table's tab stop. */
export function moveInTable(table: HTMLTableElement, event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = (event.target as Element).closest('td');
  const row = from?.parentElement as HTMLTableRowElement | undefined;
  if (!step || !from || !row) return;
  const to = table.rows[row.rowIndex + step[0]]?.cells[from.cellIndex + step[1]];
  const button = to?.querySelector<HTMLButtonElement>('.heat-cell');
  if (!button) return;
  event.preventDefault();
  from.querySelector('button')?.setAttribute('tabindex', '-1');
  button.setAttribute('tabindex', '0');
  button.focus();
}
