package io.coffer.journeys;

/** Holds what Coffer says of splits, of their payees and of campaigns against the day's own arithmetic. */
record ShareBooks(Client acme, Findings findings, long head) {

    private static final String NOTHING = "0.00";

    void check(PlannedOrder order) {
        var at = order.toString();
        var shares = order.shares();
        var endings = shares.endings();
        for (var time = 1; time <= endings.size(); time++) {
            var split = acme.get(Sharing.PATH + "/" + Sharing.id(shares.splitNo(time)), head);
            findings.same(at + " split " + time, split.at("/state"), endings.get(time - 1));
        }
        for (var payee : shares.payees()) {
            var account = acme.get(shares.path(payee), head);
            var reserved = shares.reserved(payee);
            findings.same(
                    at + " payee " + payee, account.at("/available/value"), Day.yuan(shares.has(payee) - reserved));
            findings.same(at + " payee " + payee + " set aside", account.at("/reserved/value"), Day.yuan(reserved));
            findings.same(
                    at + " payee " + payee + " claims",
                    account.json().path("claims").size(),
                    0);
        }
        if (order.kind().isDiscounted()) {
            campaign(at, order);
        }
    }

    /** Its budget was for this order alone. */
    private void campaign(String at, PlannedOrder order) {
        var campaign = acme.get(CampaignDesk.path(order), head);
        var returned = order.wishes().stream().mapToLong(Wish::byFunder).sum();
        findings.same(at + " consumed", campaign.at("/consumed/value"), Day.yuan(order.discount()));
        findings.same(at + " returned", campaign.at("/returned/value"), Day.yuan(returned));
        findings.same(at + " borne", campaign.at("/paid/value"), Day.yuan(order.discount() - returned));
        findings.same(at + " locked", campaign.at("/locked/value"), NOTHING);
        findings.same(at + " left", campaign.at("/left/value"), NOTHING);
    }
}
