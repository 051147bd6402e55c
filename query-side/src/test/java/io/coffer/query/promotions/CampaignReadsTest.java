package io.coffer.query.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.CampaignRejected;
import io.coffer.api.promotions.CampaignEvent.DiscountConsumed;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountReturnUndone;
import io.coffer.api.promotions.CampaignEvent.DiscountReturned;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.promotions.Funder;
import io.coffer.api.refunds.RefundId;
import io.coffer.query.Purchase;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Reads;
import io.coffer.query.promotions.CampaignState.Status;
import io.coffer.query.replay.ReadSide;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of campaigns")
class CampaignReadsTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    private static final Actor ACME = Actor.tenant(TENANT, "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final CampaignId CAMPAIGN = CampaignId.of(TENANT, "RENT-2026");
    private static final Funder RENTAL = new Funder.PostBilled("RENTAL");
    private static final Money FIFTY = Money.yuan(50);
    private static final PaymentOrderId ONE = PaymentOrderId.of(TENANT, "PAY-1");
    private static final PaymentOrderId TWO = PaymentOrderId.of(TENANT, "PAY-2");
    private static final RefundId REFUND = RefundId.of(TENANT, "R-1");

    private final ReadSide side = new ReadSide(TestProjections.all());
    private final Reads reads = new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.all()));
    private final CampaignController campaigns = new CampaignController(reads);

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void say_what_every_fen_of_the_budget_is_doing() {
        side.log.append(created(CAMPAIGN, RENTAL), approved());
        side.log.append(locked(ONE), locked(TWO));
        assertThat(one()).satisfies(view -> {
            assertThat(view.state()).isEqualTo(Status.APPROVED);
            assertThat(view.funder()).isEqualTo("RENTAL");
            assertThat(view.budget()).isEqualTo(yuan(1_000));
            assertThat(view.most()).isEqualTo(yuan(50));
            assertThat(view.threshold()).isEqualTo(yuan(500));
            assertThat(view.approvalId()).isEqualTo("AR:_:campaign:acme:RENT-2026");
            assertThat(view.requestedBy()).isEqualTo("olga");
            assertThat(view.locked()).isEqualTo(yuan(100));
            assertThat(view.left()).isEqualTo(yuan(900));
            assertThat(view.orders()).isZero();
        });

        side.log.append(
                new DiscountConsumed(CAMPAIGN, ONE, FIFTY), new DiscountUnlocked(CAMPAIGN, TWO, FIFTY, "EXPIRED"));
        side.log.append(new DiscountReturned(CAMPAIGN, REFUND, Money.yuan(20)));
        assertThat(one()).satisfies(view -> {
            assertThat(view.locked()).isEqualTo(yuan(0));
            assertThat(view.consumed()).isEqualTo(yuan(50));
            assertThat(view.returned()).isEqualTo(yuan(20));
            assertThat(view.paid()).isEqualTo(yuan(30));
            assertThat(view.left()).isEqualTo(yuan(950));
            assertThat(view.orders()).isEqualTo(1);
            assertThat(view.version()).isEqualTo(6);
        });

        side.log.append(
                new DiscountReturnUndone(CAMPAIGN, REFUND, Money.yuan(20)), new CampaignEnded(CAMPAIGN, "NOT_WANTED"));
        assertThat(one()).satisfies(view -> {
            assertThat(view.left()).isEqualTo(yuan(950));
            assertThat(view.returned()).isEqualTo(yuan(0));
            assertThat(view.state()).isEqualTo(Status.ENDED);
            assertThat(view.reason()).isEqualTo("NOT_WANTED");
            assertThat(view.approvalId()).isEqualTo("AR:_:campaign:acme:RENT-2026");
        });
    }

    @Test
    void list_by_state_and_to_their_own_tenant_only() {
        var rivals = CampaignId.of(new TenantId("rival"), "OWN");
        side.log.append(created(CAMPAIGN, RENTAL), approved());
        side.log.append(created(rivals, new Funder.PlatformOwn()), new CampaignRejected(rivals, "TOO_MUCH"));
        side.awaitHead();

        assertThat(list(ACME, null)).containsExactly(CAMPAIGN.value());
        assertThat(list(OPERATOR, null)).containsExactly(CAMPAIGN.value(), rivals.value());
        assertThat(list(OPERATOR, Status.REJECTED)).containsExactly(rivals.value());
        var own = Objects.requireNonNull(
                campaigns.one(RIVAL, rivals.value(), null).getBody());
        assertThat(own.funder()).isEqualTo("PLATFORM_OWN");
        assertThat(own.reason()).isEqualTo("TOO_MUCH");
        assertThatThrownBy(() -> campaigns.one(RIVAL, CAMPAIGN.value(), null)).hasMessage("NOT_FOUND");
    }

    @Test
    void know_no_history_without_a_creation_and_none_with_two() {
        var folding = new CampaignFolding();
        var begun = folding.after(null, booked(created(CAMPAIGN, RENTAL), 1));

        assertThatExceptionOfType(Poison.class).isThrownBy(() -> folding.after(null, booked(approved(), 1)));
        assertThatIllegalStateException().isThrownBy(() -> folding.after(begun, booked(created(CAMPAIGN, RENTAL), 2)));
        assertThatExceptionOfType(Poison.class)
                .isThrownBy(() ->
                        folding.after(begun, booked(Purchase.of("acme", "PAY-1").captured(), 2)));
    }

    private CampaignView one() {
        side.awaitHead();
        return Objects.requireNonNull(
                campaigns.one(ACME, CAMPAIGN.value(), null).getBody());
    }

    private List<String> list(Actor actor, @Nullable Status state) {
        return Objects.requireNonNull(
                        campaigns.list(actor, state, null, 50, null).getBody())
                .items()
                .stream()
                .map(CampaignView::id)
                .toList();
    }

    private static Booked booked(DomainEvent event, long position) {
        return new Booked(position, event.source().toString(), position - 1, TestLog.NOON, "event", Map.of(), event);
    }

    private static CampaignCreated created(CampaignId campaign, Funder funder) {
        var terms = new CampaignTerms(
                funder, Money.yuan(1_000), FIFTY, Money.yuan(500), TestLog.NOON, TestLog.NOON.plusSeconds(86_400));
        return new CampaignCreated(campaign, terms, "olga");
    }

    private static CampaignApproved approved() {
        return new CampaignApproved(CAMPAIGN, Optional.of("AR:_:campaign:acme:RENT-2026"));
    }

    private static DiscountLocked locked(PaymentOrderId order) {
        return new DiscountLocked(CAMPAIGN, order, FIFTY, RENTAL);
    }

    private static Amount yuan(long yuan) {
        return Amount.of(Money.yuan(yuan));
    }
}
