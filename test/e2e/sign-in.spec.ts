import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { cast } from '#features/demo/cast.ts'
import { listCommunities } from '#features/communities/queries.ts'
import { requireCommunity } from '#features/communities/create.ts'
import { inviteSteward } from '#features/people/owner-acts.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { expectAccessible, newPage, newVisitor, signInAs } from './browser.ts'
import { press } from './by-keyboard.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const path = (page: Page) => new URL(page.url()).pathname

const invite = (email: string) =>
  unsafeAsOwner(inject('ownerUrl'), async (tx) => {
    expect((await tx(listCommunities())).length).toBe(1)
    const { communityId, districtId } = await requireCommunity(tx, cast.community.slug)
    return inviteSteward(tx, communityId, districtId, email)
  })

describe('a newcomer', () => {
  it.each([1280, 320])('meets the cast by name and role, and is one click away from each: %i pixels', async (width) => {
    const page = await newPage({ width })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Look around Riverbend, an invented town' }).waitFor()
    const people = page.getByRole('main').getByRole('button')
    await expect.poll(() => people.count()).toBe(Object.keys(cast.people).length)
    await expectAccessible(page, 'welcome')
    await people.filter({ hasText: 'Dana Whitfield' }).click()
    await page.waitForURL('**/app')
    await page.getByRole('button', { name: /Dana Whitfield, Coordinator/ }).waitFor()
  })

  it('reads the same in Spanish', async () => {
    const page = await newPage({ language: 'es', width: 320 })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Conozca Riverbend, un pueblo inventado' }).waitFor()
    await page.getByText('Abuela y tutora de Sofía y Mateo; lee en español.').waitFor()
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('es')
    await expectAccessible(page, 'welcome-es')
  })

  it('who has no part here reads what to do, not an error', async () => {
    const page = await newPage({ width: 320 })
    await page.goto('/')
    await page.getByRole('button', { name: /Sam Whitaker/ }).click()
    await heading(page, 'You are signed in, and nothing is open to you yet').waitFor()
    await expectAccessible(page, 'stranger')
  })
})

describe('hats', () => {
  it('a guardian of two chooses for whom she is here, and changes from child to child', async () => {
    const page = await newPage({ width: 320 })
    await page.goto('/')
    await page.getByRole('button', { name: /Lucía Ramírez/ }).click()
    await heading(page, 'What are you here for?').waitFor()
    await expectAccessible(page, 'hats')
    await page.getByRole('button', { name: 'Guardian of Sofía Ramírez' }).click()
    await heading(page, 'Sofía Ramírez').waitFor()
    await page.getByRole('button', { name: 'Mateo Ramírez' }).click()
    await heading(page, 'Mateo Ramírez').waitFor()
    await page.getByText('Lincoln Middle School').waitFor()
  })

  it('a tab that was opened with another hat is told, and does nothing with the new one', async () => {
    const context = await newVisitor()
    const first = await context.newPage()
    await signInAs(first, 'lucia', 'Guardian of Sofía Ramírez')
    const second = await context.newPage()
    await second.goto('/family')
    await second.getByRole('button', { name: 'Mateo Ramírez' }).click()
    await heading(second, 'Mateo Ramírez').waitFor()
    await first.getByRole('link', { name: 'Who sees what' }).click()
    const told = first.getByRole('dialog', { name: 'You are now signed in with another hat in this browser' })
    await told.waitFor()
    await told.getByRole('button', { name: 'Open with the hat in use now' }).click()
    await heading(first, 'Mateo Ramírez').waitFor()
  })
})

describe('signing in and out', () => {
  it('after signing out no page of the family opens any more', async () => {
    const page = await newPage()
    await signInAs(page, 'ngozi')
    await heading(page, 'Amara Okafor').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Look around Riverbend, an invented town' }).waitFor()
    await page.goto('/family')
    await page.waitForURL('**/sign-in?next=%2Ffamily')
    expect((await page.request.get('/api/v1/riverbend/my/child')).status()).toBe(401)
  })

  it('a wrong password and an unknown address get the same answer', async () => {
    const page = await newPage({ width: 320 })
    await page.goto('/sign-in')
    await expectAccessible(page, 'sign-in')
    for (const email of ['dana@riverbend.example', 'nobody@riverbend.example']) {
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      const alert = page.getByRole('alert')
      await alert.getByText('This e-mail address and password do not belong together.').waitFor()
      await expectAccessible(page, 'wrong-password')
      await page.reload()
    }
  })

  it('ends the session of a device that was left somewhere', async () => {
    const lost = await newPage({ width: 320 })
    await signInAs(lost, 'ilse')
    const here = await newPage({ width: 320 })
    await signInAs(here, 'ilse')
    await here.getByRole('link', { name: 'Where you are signed in' }).click()
    await heading(here, 'Where you are signed in').waitFor()
    await expectAccessible(here, 'sessions')
    const others = here.getByRole('article').filter({ hasNotText: 'This one' })
    const before = await others.count()
    await others
      .first()
      .getByRole('button', { name: /Sign out: Chrome on/ })
      .click()
    await here.getByText('1 other browser is signed out.').waitFor()
    await others.nth(before - 1).waitFor({ state: 'detached' })
    await lost.goto('/family')
    await lost.waitForURL('**/sign-in?next=%2Ffamily')
  })
})

describe('an invitation', () => {
  it('sets a password, signs in, works once, and the password works afterwards', async () => {
    const link = `/invitation/${await invite('new.steward@riverbend.example')}`
    const page = await newPage({ width: 320 })
    await page.goto(link)
    await heading(page, 'Welcome to Riverbend').waitFor()
    await page.getByText('You were invited as new.steward@riverbend.example.').waitFor()
    await expectAccessible(page, 'invitation')
    const password = page.getByLabel('New password')
    await password.fill('too short')
    await page.getByRole('button', { name: 'Save the password and sign in' }).click()
    await page.getByText('3 more characters, please.').waitFor()
    await password.fill('four words in a row')
    expect(await password.getAttribute('type')).toBe('password')
    await page.getByLabel('Show the password').check()
    await expect.poll(() => password.getAttribute('type')).toBe('text')
    await page.getByRole('button', { name: 'Save the password and sign in' }).click()
    await page.waitForURL('**/app/**')

    const later = await newPage()
    await later.goto(link)
    await later.getByText('This invitation was used already').waitFor()
    await later.goto('/app/agreements')
    await later.waitForURL('**/sign-in?next=%2Fapp%2Fagreements')
    await later.getByLabel('E-mail address').fill('New.Steward@riverbend.example')
    await later.getByLabel('Password').fill('four words in a row')
    await later.getByLabel('Password').press('Enter')
    await later.waitForURL('**/app/agreements')
  })
})

it('the keyboard alone leads from the first page to the permissions of a child', async () => {
  const page = await newPage({ width: 320 })
  await page.goto('/')
  await page.getByRole('button', { name: /Lucía Ramírez/ }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to the page')
  await page.keyboard.press('Enter')
  await press(page, 'Lucía Ramírez')
  await heading(page, 'What are you here for?').waitFor()
  await press(page, 'Guardian of Mateo Ramírez')
  await heading(page, 'Mateo Ramírez').waitFor()
  await press(page, 'Permissions')
  await heading(page, 'Your permissions').waitFor()
  expect(path(page)).toBe('/family/permissions')
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('page')
})
