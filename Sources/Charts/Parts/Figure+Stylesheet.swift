extension Figure {
  /// The style of every chart, for a file or a `<style>` element.
  ///
  /// Colours are custom properties on `.chart` that a page may set anew. Meaning never rests on
  /// colour alone: lines differ in dashes, signs in shape. Blue and vermilion stay apart for
  /// colour-blind eyes; on paper all is ink on white; forced colours use the system's.
  public static let stylesheet = """
    \(palette)
    \(layout)
    \(shapes)
    \(adaptations)
    """

  private static let palette = """
    :where(.chart) { --chart-ink: #1b2733; --chart-quiet: #54616e; --chart-rule: #e3e7eb;
      --chart-paper: #fff; --chart-line: #0a5a94; --chart-mark: #a63f0b; --chart-stripe: #8a7433;
      --chart-missing: #7d8a96; }
    @media (prefers-color-scheme: dark) { :where(.chart) { --chart-ink: #e7ecf1;
      --chart-quiet: #a8b4bf; --chart-rule: #2a333c; --chart-paper: #12171c;
      --chart-line: #83c0f0; --chart-mark: #f2a36c; --chart-stripe: #cdbb7a;
      --chart-missing: #8b98a5; } }
    @media print { :where(.chart) { --chart-ink: #000; --chart-quiet: #333; --chart-rule: #ddd;
      --chart-paper: #fff; --chart-line: #000; --chart-mark: #000; --chart-stripe: #666;
      --chart-missing: #555; } }
    @media (forced-colors: active) { :where(.chart) { --chart-ink: CanvasText;
      --chart-quiet: CanvasText; --chart-rule: CanvasText; --chart-paper: Canvas;
      --chart-line: LinkText; --chart-mark: CanvasText; --chart-stripe: CanvasText;
      --chart-missing: CanvasText; } .chart svg { forced-color-adjust: none; } }
    """

  private static let layout = """
    .chart { margin: 0 0 2.5rem; color: var(--chart-ink); container-type: inline-size;
      font-family: system-ui, sans-serif; line-height: 1.45; }
    .chart figcaption { margin: 0 0 .75rem; }
    .chart figcaption strong { display: block; font-size: 1.125rem; font-weight: 600; }
    .chart figcaption span, .chart .chart-note { color: var(--chart-quiet); font-size: .9rem; }
    .chart svg { display: block; width: 100%; height: auto; overflow: visible; }
    .chart .chart-wide svg { max-width: 50rem; }
    .chart .chart-compact { display: none; }
    @container (max-width: 540px) { .chart .chart-wide { display: none; }
      .chart .chart-compact { display: block; } }
    .chart .chart-legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none;
      margin: .5rem 0 .75rem; padding: 0; color: var(--chart-quiet); font-size: .875rem; }
    .chart .chart-legend li { display: flex; align-items: center; gap: .45rem; }
    .chart .chart-legend .c-sign { flex: none; width: 26px; height: 14px; }
    .chart .chart-legend .c-key { width: 12px; }
    .chart .chart-summary { margin: .5rem 0; max-width: 68ch; }
    .chart .chart-note { margin: 0 0 .5rem; max-width: 68ch; }
    .chart summary { width: max-content; padding: .25rem 0; color: var(--chart-quiet);
      font-size: .875rem; cursor: pointer; }
    .chart .chart-table { max-height: 24rem; overflow: auto; }
    .chart table { border-collapse: collapse; font-size: .875rem;
      font-variant-numeric: tabular-nums; }
    .chart caption { text-align: left; padding: .25rem 0; color: var(--chart-quiet); }
    .chart th, .chart td { padding: .25rem .9rem .25rem 0; text-align: left; font-weight: 400;
      border-bottom: 1px solid var(--chart-rule); vertical-align: top; white-space: nowrap; }
    .chart thead th { font-weight: 600; white-space: normal; }
    """

  private static let shapes = """
    .chart text { font: 13px system-ui, sans-serif; fill: var(--chart-ink);
      font-variant-numeric: tabular-nums; }
    .chart .chart-compact text, .chart .c-sign text { font-size: 12px; }
    .chart .c-label { fill: var(--chart-quiet); }
    .chart .c-phase { fill: var(--chart-ink); }
    .chart .c-halo { paint-order: stroke; stroke: var(--chart-paper); stroke-width: 3px;
      stroke-linejoin: round; }
    .chart .c-rule { stroke: var(--chart-rule); }
    .chart .c-axis { stroke: var(--chart-quiet); stroke-width: 1; }
    .chart .c-empty { fill: none; stroke: var(--chart-rule); stroke-dasharray: 4 4; }
    .chart .c-stripe { fill: var(--chart-stripe); fill-opacity: .1; }
    .chart .c-shade, .chart .c-baseline { fill: var(--chart-ink); fill-opacity: .045; }
    .chart .c-edge { stroke: var(--chart-quiet); stroke-opacity: .6; }
    .chart .c-now { stroke: var(--chart-ink); stroke-dasharray: 1 3; stroke-linecap: round; }
    .chart .c-outer { fill: var(--chart-line); fill-opacity: .13; }
    .chart .c-inner { fill: var(--chart-line); fill-opacity: .22; }
    .chart .c-outer.c-ahead { fill-opacity: .08; stroke: var(--chart-line); stroke-opacity: .35;
      stroke-dasharray: 2 3; }
    .chart .c-inner.c-ahead { fill-opacity: .12; }
    .chart .c-line { fill: none; stroke: var(--chart-line); stroke-width: 2;
      stroke-linejoin: round; stroke-linecap: round; }
    .chart .c-line.c-ahead { stroke-dasharray: 5 5; }
    .chart .c-line.c-second { stroke-dasharray: 9 4 1.5 4; }
    .chart .c-thread { fill: none; stroke: var(--chart-line); stroke-opacity: .55; }
    .chart .c-dot { fill: var(--chart-ink); fill-opacity: .32; }
    .chart .c-dots { fill: none; stroke: var(--chart-ink); stroke-opacity: .13; stroke-width: 4;
      stroke-linecap: round; }
    .chart .c-totals { fill: none; stroke: var(--chart-line); stroke-width: 5;
      stroke-linecap: round; }
    .chart .c-holes { fill: none; stroke: var(--chart-paper); stroke-width: 2.5;
      stroke-linecap: round; }
    .chart .c-full { fill: var(--chart-line); stroke: var(--chart-paper); }
    .chart .c-ring { fill: var(--chart-paper); stroke: var(--chart-line); stroke-width: 1.8; }
    .chart .c-change { fill: none; stroke: var(--chart-mark); stroke-width: 1.6; }
    .chart .c-change.c-thin { stroke-width: 1; stroke-dasharray: 4 3; }
    .chart .c-diamond, .chart .c-flag { fill: var(--chart-mark); stroke: var(--chart-mark);
      stroke-width: 1.4; stroke-linejoin: round; }
    .chart .c-alarm { fill: var(--chart-mark); }
    .chart .c-limit { fill: none; stroke: var(--chart-mark); stroke-width: 1.4;
      stroke-dasharray: 7 4; }
    .chart .c-remission { fill: none; stroke: var(--chart-ink); stroke-width: 1.2;
      stroke-dasharray: 2 3; }
    .chart .c-missing { fill: var(--chart-missing); }
    .chart .c-dose { fill: var(--chart-quiet); fill-opacity: .12; }
    .chart .c-step { fill: none; stroke: var(--chart-quiet); stroke-width: 1.5; }
    .chart .c-span { fill: var(--chart-line); fill-opacity: .2; stroke: var(--chart-line); }
    .chart .c-answer { fill: var(--chart-mark); }
    .chart .c-nought { fill: var(--chart-quiet); }
    .chart .c-strong { font-weight: 600; }
    .chart .c-zero { stroke: var(--chart-quiet); }
    .chart .c-interval { fill: none; stroke: var(--chart-line); stroke-width: 1.8; }
    .chart .c-box { fill: var(--chart-line); stroke: var(--chart-paper); }
    .chart .c-pooled { fill: var(--chart-mark); stroke: var(--chart-paper); }
    .chart .c-prediction { fill: none; stroke: var(--chart-mark); stroke-width: 1.6;
      stroke-dasharray: 4 3; }
    .chart .c-arrow { fill: var(--chart-quiet); }
    .chart .c-unknown { fill: var(--chart-ink); font-weight: 700; }
    """

  private static let adaptations = """
    @media (forced-colors: active) { .chart .c-rule { stroke-opacity: .25; } }
    @media print { .chart { break-inside: avoid; } .chart details { display: none; }
      .chart .chart-wide { display: block; } .chart .chart-compact { display: none; }
      .chart .c-outer { stroke: #000; stroke-opacity: .4; stroke-width: .6; } }
    """
}
