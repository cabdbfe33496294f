/* Runs inside every page of the walk, before the page's own scripts: what is there to reach, and what the keyboard reaches. */
window.pageWalk = (() => {
  const reachable =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true], [role=button], [role=link]'
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0 &&
    !element.closest('[inert], [aria-hidden=true]')
  const isOff = (element) => element.matches(':disabled')

  /** How a person would call it, for the sentence that says what is wrong. */
  const nameOf = (element) => {
    const words = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} "${words.trim().slice(0, 60)}"`
  }

  /** What shows the focus: the element, or the label that stands for a field which is drawn over. */
  const drawnFor = (element) => {
    const { width, height } = element.getBoundingClientRect()
    const isDrawn = width > 8 && height > 8 && getComputedStyle(element).opacity !== '0'
    return isDrawn ? element : (element.labels?.[0] ?? element)
  }

  /** The middle and the corners of what is left of a box within the window. */
  const pointsOf = (box) => {
    const [left, top] = [Math.max(box.left, 0) + 2, Math.max(box.top, 0) + 2]
    const [right, bottom] = [Math.min(box.right, innerWidth) - 2, Math.min(box.bottom, innerHeight) - 2]
    if (right < left || bottom < top) return []
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    return [
      [x, y],
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ]
  }

  /** Something of it can be seen: in the window, and not under something else that stays in place. */
  const isInSight = (drawn, element) =>
    [...drawn.getClientRects()].flatMap(pointsOf).some(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      return drawn.contains(hit) || element.contains(hit)
    })

  const isMarked = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  }

  let walked = []
  let rows = new Set()
  let doubted = new Set()
  let start

  const record = (event) => {
    if (!['Tab', 'Home', 'ArrowRight'].includes(event.key)) return
    const element = document.activeElement
    if (element === null || element === document.body || element === start)
      return walked.push({ key: event.key, element: null })
    const drawn = drawnFor(element)
    walked.push({
      key: event.key,
      element,
      problems: [isInSight(drawn, element) || 'is out of sight', isMarked(drawn) || 'does not show the focus'],
    })
  }

  /** The keyboard starts at the very top, as after opening the page. Gives how many stops there are at most. */
  const begin = () => {
    walked = []
    rows = new Set()
    doubted = new Set()
    held = []
    start = document.createElement('span')
    start.tabIndex = -1
    document.body.prepend(start)
    start.focus({ preventScroll: true })
    scrollTo(0, 0)
    addEventListener('keyup', record, true)
    return [...document.querySelectorAll(reachable)].filter(isShown).length
  }

  const reached = () => new Set(walked.map(({ element }) => element))
  const wanted = () => [...document.querySelectorAll(reachable)].filter((each) => isShown(each) && !isOff(each))

  /** One of a row of things with a single stop of the Tab key; a mere place that links lead to is none. */
  const isOneOfMany = (element) =>
    element.tabIndex === -1 && element.matches('a, button, input, select, textarea, [role]:not(main, section)')

  /** Where the row of things has its stop, if it has one that was reached. */
  const stopOf = (element, done) => {
    for (let group = element.parentElement; group !== null && group.id !== 'page'; group = group.parentElement) {
      const stop = done.find((each) => each !== group && group.contains(each) && each.getAttribute('tabindex') === '0')
      if (stop) return stop
    }
    return null
  }

  const isRadioOfReached = (element, done) =>
    element.type === 'radio' && [...done].some((each) => each?.type === 'radio' && each.name === element.name)

  const left = () => {
    const done = reached()
    return wanted().filter((each) => !done.has(each) && !isRadioOfReached(each, done))
  }

  /** Puts the focus on the stop of a row that has others, for the arrows to walk it; each row once. */
  const nextRow = () => {
    const done = [...reached()].filter(Boolean)
    for (const element of left().filter(isOneOfMany)) {
      const stop = stopOf(element, done)
      if (stop === null || rows.has(stop)) continue
      rows.add(stop)
      stop.focus()
      return true
    }
    return false
  }

  /** Whether the last arrow led on to another thing; at the end of a row it does not. */
  const goesOn = () => walked.at(-1)?.element !== walked.at(-2)?.element

  let held = []

  /** Goes back to what two strokes of Tab in a row have found, for one more stroke to show whether it holds the focus. */
  const nextDoubt = () => {
    const doubtful = walked.filter(
      ({ key, element }, i) => key === 'Tab' && element !== null && i > 0 && walked[i - 1].element === element,
    )
    const next = doubtful.find(({ element }) => element.isConnected && !doubted.has(element))
    if (next === undefined) return false
    doubted.add(next.element)
    next.element.focus()
    return true
  }

  const noteHeld = () => {
    if ([...doubted].at(-1) === document.activeElement) held.push(document.activeElement)
  }

  const isStop = (element) => element.tabIndex >= 0 || isOneOfMany(element)

  const end = () => {
    removeEventListener('keyup', record, true)
    start.remove()
    return [
      ...left()
        .filter(isStop)
        .map((each) => `${nameOf(each)} is not reached`),
      ...walked.flatMap(({ element, problems = [] }) =>
        problems.filter((each) => each !== true).map((problem) => `${nameOf(element)} ${problem}`),
      ),
      ...held.map((each) => `${nameOf(each)} does not let go of the focus`),
    ]
  }

  const links = () =>
    [...document.querySelectorAll('a[href]:not([download])')]
      .map((each) => ({ url: new URL(each.getAttribute('href'), location.href), words: nameOf(each) }))
      .filter(({ url }) => url.origin === location.origin)
      .map(({ url, words }) => ({ path: url.pathname, address: url.pathname + url.search, words }))

  const telling = `${reachable}, h1, h2, h3, form, table, svg, img, [role], [aria-live], [style]`
  // Names that a library makes anew for each thing say nothing about its kind.
  const isOwn = (name) => !/[\d:]|^mantine-/.test(name)

  /** The kinds of things that a part of the page is made of, so that what other hats have shown is not looked at twice. */
  const kinds = (part) => [
    ...new Set(
      [...document.querySelectorAll(part)]
        .flatMap((whole) => [...whole.querySelectorAll(telling)])
        .map((each) =>
          [
            each.tagName,
            each.getAttribute('role'),
            each.getAttribute('type'),
            ...[...each.classList].filter(isOwn),
          ].join(' '),
        ),
    ),
  ]

  return { begin, nextRow, goesOn, nextDoubt, noteHeld, end, links, kinds }
})()
