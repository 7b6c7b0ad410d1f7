type QrCodeProps = { path: string; size: number; label: string };

/** Dark on light in every theme: that is what cameras look for. */
export function QrCode({ path, size, label }: QrCodeProps) {
  return (
    <svg className="mw-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
