package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** Splits payments of the day among payees, who may have spent their parts when they are wanted back. */
record ShareDesk(Clerk clerk, MerchantDesk merchants) {

    void carryOut(PlannedOrder order) {
        var shares = order.shares();
        shares.payees()
                .forEach(payee -> clerk.say(
                        "acme", Shop.PATH, Shop.opening(shares.merchant(payee)), shares.merchant(payee) + "-open"));
        // A payee that nobody knows yet would be refused.
        shares.payees().forEach(payee -> has(shares, payee, 0, 0));
        var bodies = shares.bodies();
        if (!bodies.isEmpty()) {
            // Nor is anything split that the contract has not heard of: its order is PAID before.
            clerk.read(
                    "acme",
                    order.contractPath(),
                    seen -> seen.at("/available/value").equals(Day.yuan(order.price())));
        }
        for (var at = 0; at < bodies.size(); at++) {
            ask(order, shares, bodies.get(at), at);
        }
        if (shares.spent() > 0) {
            spend(order, shares);
        }
    }

    private void ask(PlannedOrder order, Shares shares, String body, int at) {
        var splitNo = shares.splitNo(at + 1);
        clerk.say("acme", Sharing.PATH, body, splitNo);
        if (shares.base() >= SaleDesk.ONE_CHECKER_FROM) {
            clerk.agree("AR:acme:split:" + splitNo, "checker-1");
        }
        if (shares.base() > SaleDesk.TWO_CHECKERS_ABOVE) {
            clerk.agree("AR:acme:split:" + splitNo, "checker-2");
        }
        var ending = shares.endings().get(at);
        var split = clerk.read(
                "acme",
                Sharing.PATH + "/" + Sharing.id(splitNo),
                seen -> seen.at("/state").equals(ending));
        if (ending.equals("BLOCKED")) {
            assertThat(split.at("/gap/value")).isEqualTo(Day.yuan(at == 0 ? order.part() : 0));
            assertThat(split.json().path("refusals").size()).isEqualTo(at);
        }
    }

    /** All but a little is set aside for an order that has nothing to do with it. */
    private void spend(PlannedOrder order, Shares shares) {
        has(shares, 1, shares.leg(1), 0);
        clerk.say(
                "acme",
                shares.path(1) + "/fee-reservations",
                Shop.fee(order.no() + "-O", Day.yuan(shares.spent())),
                order.no() + "-spend");
        has(shares, 1, shares.leg(1) - shares.spent(), shares.spent());
    }

    private void has(Shares shares, int payee, long available, long reserved) {
        clerk.read(
                "acme",
                shares.path(payee),
                seen -> seen.at("/available/value").equals(Day.yuan(available))
                        && seen.at("/reserved/value").equals(Day.yuan(reserved)));
    }

    /** The refund waits for exactly what its payee lacks; nobody asks for it again. */
    void topUp(PlannedOrder order, Reply pending) {
        var shares = order.shares();
        assertThat(pending.at("/waitsFor")).isEqualTo("PAYEE");
        var payee = clerk.read("acme", shares.path(1), seen -> seen.json().has("virtualAccountNumber"));
        merchants.receive(order, MerchantDesk.arrival(order, shares.topUp()), payee.at("/virtualAccountNumber"));
    }

    void lacks(PlannedOrder order) {
        var gap = Day.yuan(order.shares().gap());
        clerk.read(
                "acme",
                order.shares().path(1),
                seen -> seen.at("/claims/0/gap/value").equals(gap));
    }

    /** Behind the answers they still hear of it. */
    void rests(PlannedOrder order) {
        var shares = order.shares();
        shares.payees()
                .forEach(payee ->
                        has(shares, payee, shares.has(payee) - shares.reserved(payee), shares.reserved(payee)));
    }
}
