package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two people decide about a receipt, word for word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReceiptVerdict.ReturnToPayer.class, name = "RETURN_TO_PAYER"),
    @JsonSubTypes.Type(value = ReceiptVerdict.TakeBack.class, name = "TAKE_BACK"),
    @JsonSubTypes.Type(value = ReceiptVerdict.AsRecorded.class, name = "AS_RECORDED"),
    @JsonSubTypes.Type(value = ReceiptVerdict.OtherAmount.class, name = "OTHER_AMOUNT"),
    @JsonSubTypes.Type(value = ReceiptVerdict.NeverBooked.class, name = "NEVER_BOOKED"),
    @JsonSubTypes.Type(value = ReceiptVerdict.IsReceipt.class, name = "IS_RECEIPT")
})
public sealed interface ReceiptVerdict {

    /** The verdict's values in a fixed order, for digests. */
    List<String> content();

    /** The money goes back to the account that it came from. */
    record ReturnToPayer(ReceiptPart part, Money amount, BankAccountRef payee) implements ReceiptVerdict {
        @Override
        public List<String> content() {
            var content = new ArrayList<>(List.of("RETURN_TO_PAYER", part.name(), Long.toString(amount.minorUnits())));
            content.addAll(payee.content());
            return content;
        }
    }

    /**
     * The account that took it must give it back.
     *
     * @param to the account that it belongs to, if anybody knows
     */
    record TakeBack(ReceiptTarget from, Optional<ReceiptTarget> to) implements ReceiptVerdict {
        @Override
        public List<String> content() {
            return List.of(
                    "TAKE_BACK", from.value(), to.map(ReceiptTarget::value).orElse(""));
        }
    }

    /** What is recorded is right: what else the bank claimed is void, and a double is a booking of its own. */
    record AsRecorded(List<Evidence> evidence) implements ReceiptVerdict {
        public AsRecorded {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> content() {
            return with(evidence, "AS_RECORDED");
        }
    }

    /** The bank booked another amount. */
    record OtherAmount(Money amount, List<Evidence> evidence) implements ReceiptVerdict {
        public OtherAmount {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> content() {
            return with(evidence, "OTHER_AMOUNT", Long.toString(amount.minorUnits()));
        }
    }

    /** The bank booked no such money, or it stands here under another identity. */
    record NeverBooked(List<Evidence> evidence) implements ReceiptVerdict {
        public NeverBooked {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> content() {
            return with(evidence, "NEVER_BOOKED");
        }
    }

    /** The line was told as a return of ours or as our own money, and is a receipt over this amount. */
    record IsReceipt(Money amount, List<Evidence> evidence) implements ReceiptVerdict {
        public IsReceipt {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> content() {
            return with(evidence, "IS_RECEIPT", Long.toString(amount.minorUnits()));
        }
    }

    private static List<String> with(List<Evidence> evidence, String... values) {
        var content = new ArrayList<>(List.of(values));
        evidence.forEach(document -> content.addAll(List.of(document.documentId(), document.type(), document.sm3())));
        return content;
    }
}
