import { type Answer, assignIn, autoRenewIn, type Model, type Offer, removeIn, statusIn } from './model'

// What one partner has sold, for database.test.ts: customers with several licences each, and the pools they take from. The life of
// each licence is the model's; here stands only what several of them share. No code of the rules, none of the database.

export type Paper = NonNullable<Model['paper']>
export type Held = {
  /** The how manieth licence that was sold. */
  number: number
  paper: Paper
  /** Units that count against the pool. */
  taken: number
  used: number
  /** Each state that it has had, the first one first. */
  states: Paper[]
}
export type Buyer = { isOff: boolean; held: Held[] }
export type Pool = { allocated: number; provisioned: number; refill: boolean }

const OVER = ['cancelled', 'expired']

export class Shop {
  readonly locked = new Set<string>()
  readonly buyers: readonly Buyer[]
  /** By day: what each buyer had when it ended. */
  readonly past = new Map<number, Paper[][]>()
  private sold = 0

  constructor(
    public today: number,
    buyers: number,
    readonly pools: ReadonlyMap<string, Pool>,
  ) {
    this.buyers = Array.from({ length: buyers }, () => ({ isOff: false, held: [] }))
  }

  static poolOf = ({ offer }: Paper): string => `${offer.product} ${offer.trial ? 'trial' : 'full'}`

  buyer(at: number): Buyer {
    const buyer = this.buyers[at]
    if (!buyer) throw new Error(`no buyer ${at}`)
    return buyer
  }

  /** One licence as the model sees it. */
  modelOf(isOff: boolean, paper: Paper | null): Model {
    const rest = { partner: 'active' as const, saleEnds: null, lifeEnds: null, lockedPlans: this.locked }
    return { today: this.today, customerOff: isOff, paper: paper && { ...paper }, ...rest }
  }

  statusOf = (paper: Paper, isOff = false, day = this.today): string => statusIn(this.modelOf(isOff, paper), day)

  /** What the model says to a change of one licence, and then the pool; if both say yes, it has happened. */
  change(buyer: Buyer, held: Held | undefined, ask: (model: Model) => Answer): Answer {
    if (!held) return 'notFound'
    const model = this.modelOf(buyer.isOff, held.paper)
    const answer = ask(model) ?? this.shortOf(held, model.paper)
    if (answer === null && model.paper) this.settle(held, model.paper)
    return answer
  }

  assign(buyer: Buyer, offer: Offer, units: number, startsIn: number): Answer {
    const same = buyer.held.filter(({ paper }) => !paper.dead && paper.offer.product === offer.product)
    const [existing] = same
    const ask = (model: Model) => assignIn(model, offer, units, model.today + startsIn, false)
    if (existing && same.length === 1) return this.change(buyer, existing, ask)
    const model = this.modelOf(buyer.isOff, null)
    const answer = ask(model) ?? (existing ? 'severalSubscriptions' : this.shortOf(null, model.paper))
    if (answer !== null || !model.paper) return answer
    const held = { number: this.sold, paper: model.paper, taken: 0, used: 0, states: [] }
    this.sold += 1
    buyer.held.push(held)
    this.settle(held, model.paper)
    return null
  }

  removeAll(buyer: Buyer): Answer {
    const held = buyer.held.filter(({ paper }) => !paper.dead)
    for (const one of held) this.change(buyer, one, removeIn)
    return held.length === 0 ? 'nothingChanges' : null
  }

  /** Days pass, and the daily work is done: renewals in the order of sale for as long as there are any; what is over gives back. */
  pass(days: number): void {
    this.today += days
    const all = this.buyers.flatMap((buyer) => buyer.held.map((held) => ({ buyer, held })))
    all.sort((a, b) => a.held.number - b.held.number)
    let renewed = all.length
    while (renewed > 0) {
      renewed = 0
      for (const { buyer, held } of all) if (this.change(buyer, held, autoRenewIn) === null) renewed += 1
    }
    for (const { held } of all) this.count(held)
  }

  /** Keeps what everybody has, as the state of this day. */
  remember(): void {
    this.past.set(
      this.today,
      this.buyers.map(({ held }) => held.map(({ paper }) => paper)),
    )
  }

  private unitsOf = (paper: Paper): number => (OVER.includes(this.statusOf(paper)) ? 0 : paper.units)

  private shortOf(before: Held | null, after: Paper | null): Answer {
    if (!after) return null
    const pool = this.pools.get(Shop.poolOf(after))
    const isSame = before !== null && Shop.poolOf(before.paper) === Shop.poolOf(after)
    const units = this.unitsOf(after) - (isSame ? before.taken : 0)
    if (units <= 0) return null
    if (!pool) return 'notAllocated'
    return pool.provisioned + units > pool.allocated && !pool.refill ? 'poolExceeded' : null
  }

  private settle(held: Held, paper: Paper): void {
    this.give(held, 0)
    held.paper = paper
    held.states.push(paper)
    this.give(held, this.unitsOf(paper))
  }

  private count(held: Held): void {
    this.give(held, this.unitsOf(held.paper))
  }

  private give(held: Held, units: number): void {
    const pool = this.pools.get(Shop.poolOf(held.paper))
    if (pool) {
      pool.provisioned += units - held.taken
      if (pool.refill) pool.allocated = Math.max(pool.allocated, pool.provisioned)
    }
    held.taken = units
  }
}
