// The page: takes pictures that are dropped, pasted or chosen, and shows the likeliest classes.
// Names and labels are set as text, never as markup.
'use strict'
;(function () {
  const { cotejoModel, cotejoWords: words, cotejoClassifier: classifier } = globalThis
  /** Classes named under the title, classes shown a picture, and pictures taken at once. */
  const NAMED = 8
  const SHOWN = 5
  const LIMIT = 100

  const at = (id) => document.getElementById(id)
  const create = (tag, className, text) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    if (text !== undefined) element.textContent = text
    return element
  }
  const percent = (value, digits = 1) =>
    new Intl.NumberFormat(words.language, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value)
  const say = (text) => (at('status').textContent = text)

  function describe() {
    document.documentElement.lang = words.language
    at('invite').textContent = words.invite
    at('ways').textContent = words.ways
    at('privacy').textContent = words.privacy
    if (!cotejoModel || !globalThis.tf) return say(words.broken)
    const { description, facts } = cotejoModel
    document.title = facts.name
    at('name').textContent = facts.name
    at('about').textContent =
      description.labels.length <= NAMED
        ? words.about(new Intl.ListFormat(words.language).format(description.labels))
        : words.aboutMany(description.labels.length)
    if (!facts.test) return
    const { accuracy, interval, count } = facts.test
    at('accuracy').textContent = words.accuracy(
      percent(accuracy),
      count,
      percent(0.95, 0),
      percent(interval.low),
      percent(interval.high),
    )
  }

  /** One class as a line with a bar. */
  function classLine({ label, probability }) {
    const line = create('li')
    const name = create('span', 'label', label)
    name.dir = 'auto'
    const value = create('data', 'value', percent(probability))
    value.value = String(probability)
    const bar = create('span', 'bar')
    bar.setAttribute('aria-hidden', 'true')
    const fill = create('span', 'fill')
    // The style of an element is not inline style to a content security policy.
    fill.style.inlineSize = `${Math.max(0.4, 100 * probability)}%`
    bar.append(fill)
    line.append(name, value, bar)
    return line
  }

  /** The card of a picture. @returns what is to be called with its classes */
  function addCard(file) {
    const card = create('article')
    const picture = create('img')
    picture.alt = ''
    picture.src = URL.createObjectURL(file)
    picture.onload = picture.onerror = () => URL.revokeObjectURL(picture.src)
    const body = create('div')
    const caption = create('p', 'file', file.name || '')
    caption.dir = 'auto'
    const answer = create('p', 'answer', words.working)
    body.append(caption, answer)
    card.append(picture, body)
    at('results').prepend(card)
    return {
      show(classes) {
        answer.textContent = classes[0].label
        answer.dir = 'auto'
        const list = create('ol')
        list.append(...classes.slice(0, SHOWN).map(classLine))
        body.append(list)
        if (classes.length > SHOWN) body.append(create('p', 'more', words.more(classes.length - SHOWN)))
      },
      fail(message) {
        picture.remove()
        card.classList.add('failed')
        answer.textContent = message
      },
    }
  }

  // One picture after the other, in the order in which they came.
  let queue = Promise.resolve()
  function take(files) {
    const pictures = [...files].slice(0, LIMIT)
    say(files.length > LIMIT ? words.tooMany(LIMIT) : '')
    for (const file of pictures) {
      const card = addCard(file)
      queue = queue.then(async () => {
        try {
          await classifier.load()
        } catch (error) {
          console.error(error)
          return card.fail(words.broken)
        }
        try {
          card.show((await classifier.classify(file)).classes)
        } catch (error) {
          console.error(error)
          card.fail(words.unreadable(file.name || '?'))
        }
      })
    }
  }

  function listen() {
    at('file').addEventListener('change', (event) => {
      take(event.target.files)
      // The same file may be chosen again.
      event.target.value = ''
    })
    document.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) take(files)
    })
    // Over the whole window: a picture dropped beside the field must not replace the page.
    let depth = 0
    const mark = (change) => {
      depth = Math.max(0, change === 0 ? 0 : depth + change)
      document.body.classList.toggle('over', depth > 0)
    }
    addEventListener('dragenter', () => mark(1))
    addEventListener('dragleave', () => mark(-1))
    addEventListener('dragover', (event) => event.preventDefault())
    addEventListener('drop', (event) => {
      event.preventDefault()
      mark(0)
      if (event.dataTransfer.files.length > 0) take(event.dataTransfer.files)
    })
  }

  describe()
  if (!cotejoModel || !globalThis.tf) return
  listen()
  say(words.loading)
  classifier.load().then(
    () => at('status').textContent === words.loading && say(''),
    (error) => {
      console.error(error)
      say(words.broken)
    },
  )
})()
