/** The name of a control and what it is set to. */
export const ControlHead = ({
  id,
  label,
  value,
}: {
  id: string;
  label: string;
  value?: string | undefined;
}) => (
  <div class="control-head">
    <label class="control-label" for={id}>
      {label}
    </label>
    {value !== undefined && <output class="control-value">{value}</output>}
  </div>
);
